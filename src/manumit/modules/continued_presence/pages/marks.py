"""Facts that come from the trafficker's side alone: marked, and borne out by somebody else."""

from collections.abc import Iterator, Sequence
from typing import Any, cast

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from manumit.spine.access import Hidden, allowed
from manumit.spine.access.routes import guarded
from manumit.spine.ui import render
from manumit.spine.ui.forms import Form
from manumit.spine.ui.refusing import asking

from ..actions.mark_fact import corroborate_fact, mark_fact
from ..facts import Fact, group_of
from ..leaning import Leaning, leaning_of, marks_of, title_of
from ..models import Mark, PresenceRequest, VettingMark
from .asking import ask, done, identity_of, sent
from .forms import fact_choices, words_field

Row = Mark | VettingMark
SORTS: dict[str, type[Row]] = {"request": Mark, "vetting": VettingMark}


class MarkForm(Form):
    """Which fact, and from whom it came."""

    fact = forms.ChoiceField(label=gettext_lazy("Which fact?"), choices=[])
    words = words_field(
        gettext_lazy("From whom did it come, and how do you know?"),
        help_text=gettext_lazy(
            "Nobody else said it: from the trafficker, somebody who hurt the victim, or their side."
        ),
    )  # fmt: skip

    def __init__(self, *args: object, facts: Sequence[Fact], **kwargs: object) -> None:
        super().__init__(*args, **kwargs)
        cast(forms.ChoiceField, self.fields["fact"]).choices = [("", "---------"), *fact_choices(facts, frozenset())]


class CorroborationForm(Form):
    """Who else bears it out."""

    words = words_field(
        gettext_lazy("Who else bears it out, and why are they not of the trafficker's side?"),
        help_text=gettext_lazy(
            "Also for what was marked in error. Somebody else than you may then rest a decision on it."
        ),
    )  # fmt: skip


@guarded("work", "presence_request")
def marks(request: HttpRequest, record: PresenceRequest) -> HttpResponse:
    """Show what is marked, by whom and when, and mark one more."""
    actor = asking(request)
    leaning = leaning_of(actor, record)
    form = MarkForm(sent(request), facts=[fact for fact in leaning.facts if fact.name not in leaning.barred])

    def act() -> object:
        given = form.cleaned_data
        return mark_fact(actor, record, given["fact"], given["words"], facts=leaning.facts)

    if request.method == "POST" and form.is_valid() and done(form, act):
        messages.success(request, _("Saved."))
        return redirect("continued_presence:marks", record.number)
    context = {
        **identity_of(record), "form": form, "heading": _("From the trafficker's side"),
        "marks": list(_shown(marks_of(actor, record), leaning)), "may_review": bool(allowed(actor, "review", record)),
    }  # fmt: skip
    return render(request, "continued_presence/marks.html", context, status=422 if form.errors else 200)


def _shown(rows: Sequence[Row], leaning: Leaning) -> Iterator[dict[str, Any]]:
    for row in rows:
        words = leaning.words.get(group_of(row.fact), {})
        yield {
            "row": row, "title": title_of(row.fact), "sort": sort_of(row), "said": words.get(f"mark_{row.place}"),
            "borne_out": words.get(f"corroboration_{row.place}"),
        }  # fmt: skip


@guarded("review", "presence_request")
def corroborate(request: HttpRequest, record: PresenceRequest, sort: str, place: int) -> HttpResponse:
    """Record what bears a marked fact out."""
    actor, form = asking(request), CorroborationForm(sent(request))
    rows = SORTS[sort].objects.visible_to(actor).filter(request=record, place=place) if sort in SORTS else None
    row = rows.first() if rows is not None else None
    if row is None:
        raise Hidden
    row.request = record
    told = [{"name": _("Fact"), "value": title_of(row.fact)}]
    return ask(
        request, record, form, _("Somebody else bears it out"),
        lambda: corroborate_fact(actor, row, form.cleaned_data["words"]), told=told,
        then="continued_presence:marks",
    )  # fmt: skip


def sort_of(row: Row) -> str:
    """Return by which word of its address a mark is found."""
    return "vetting" if isinstance(row, VettingMark) else "request"
