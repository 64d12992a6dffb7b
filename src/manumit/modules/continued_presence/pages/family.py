"""Members of the family who are in danger, and parole for them."""

from collections.abc import Iterator, Mapping
from typing import Any

from django import forms
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from manumit.spine.access import Hidden, allowed
from manumit.spine.access.routes import guarded
from manumit.spine.records import sealed
from manumit.spine.ui import render
from manumit.spine.ui.forms import Form, MemorableDateField, TextField
from manumit.spine.ui.refusing import asking

from ..actions.note_family import DAYS, Relative, note_family_member, record_parole
from ..choices import RELATIONS
from ..models import FamilyMember, PresenceRequest
from ..questions import family_of
from .asking import ask, done, identity_of, sent
from .forms import FactForm

TITLES = {
    "asked": gettext_lazy("Parole was asked for"),
    "paroled": gettext_lazy("They were paroled in"),
    "applied": gettext_lazy("T status was asked for"),
    "ended": gettext_lazy("Their parole ended"),
}


class FamilyForm(Form):
    """Who is in danger."""

    name = TextField(label=gettext_lazy("Name"), max_length=200)
    relation = forms.ChoiceField(label=gettext_lazy("What they are to the victim"), choices=RELATIONS)
    born_on = MemorableDateField(label=gettext_lazy("Date of birth"), required=False)
    where = TextField(label=gettext_lazy("Where they are now"), required=False, max_length=200)
    danger = forms.CharField(
        label=gettext_lazy("From whom are they in danger, and why?"), widget=forms.Textarea({"rows": 3}),
        required=False, max_length=2000,
    )  # fmt: skip


@guarded("read_safety", "presence_request")
def family(request: HttpRequest, record: PresenceRequest) -> HttpResponse:
    """Show who is in danger and where parole stands; whoever may seal notes one more."""
    actor, form = asking(request), FamilyForm(sent(request))

    def act() -> object:
        return note_family_member(actor, record, Relative(**form.cleaned_data))

    if request.method == "POST" and form.is_valid() and done(form, act):
        return redirect("continued_presence:family", record.number)
    rows = family_of(actor, record)
    words = sealed.read(actor, record, "safety") if rows else {}
    context = {
        **identity_of(record), "form": form, "members": list(_members(rows, words)),
        "heading": _("Family in danger"), "may_note": bool(allowed(actor, "seal", record)),
        "may_record": bool(allowed(actor, "work", record)),
    }  # fmt: skip
    return render(request, "continued_presence/family.html", context, status=422 if form.errors else 200)


def _members(rows: list[FamilyMember], words: Mapping[str, Any]) -> Iterator[dict[str, Any]]:
    for row in rows:
        told = words.get(f"family_{row.place}") or {}
        yield {
            "row": row, "told": told, "relation": dict(RELATIONS).get(told.get("relation", ""), ""),
            "next": [(name, TITLES[name]) for name, column in DAYS.items() if getattr(row, column) is None],
        }  # fmt: skip


@guarded("work", "presence_request")
def parole(request: HttpRequest, record: PresenceRequest, place: int, what: str) -> HttpResponse:
    """Record one day of a member's parole."""
    if what not in DAYS:
        raise Http404
    actor, form = asking(request), FactForm(sent(request))
    row = next((each for each in family_of(actor, record) if each.place == place), None)
    if row is None:
        raise Hidden
    return ask(
        request, record, form, TITLES[what], lambda: record_parole(actor, row, what, form.cleaned_data.get("on")),
        then="continued_presence:family",
    )  # fmt: skip
