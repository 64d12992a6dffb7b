"""Holding two to be one: what it would do first, then the deed, and the way back."""

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _

from manumit.spine.access import Hidden
from manumit.spine.access.middleware import asking
from manumit.spine.access.routes import signed_in
from manumit.spine.identity.actor import Actor
from manumit.spine.matching.keys import Key
from manumit.spine.matching.linkable import Matched
from manumit.spine.ui import faces, render
from manumit.spine.workflow.refusing import Refused

from ..actions.join import join, plan, undo_join
from ..clusters import group_of
from ..models import IdentityJoin
from ..questions import candidate, joins
from .forms import BecauseForm
from .show_candidate import BOTH


@signed_in(BOTH)
def make_join(request: HttpRequest, pk: int) -> HttpResponse:
    """Show what holding the two of a pair to be one would do, and do it."""
    actor = asking(request)
    pair, form, made = candidate(actor, pk), BecauseForm(request.POST or None), list[IdentityJoin]()
    if request.method == "POST" and form.is_valid():
        try:
            made.append(join(actor, pair, **form.cleaned_data))
        except Refused as refused:
            form.add_error(None, str(refused.why))
    if made:
        messages.success(request, _("Held to be one. Both records stay as they are."))
        return redirect("links:identity", made[0].number)
    found = plan(actor, pair)
    context = {
        "pair": pair, "form": form, "one": _named(actor, found.one), "other": _named(actor, found.other),
        "forbidden": bool(found.forbidden), "already": found.one == found.other,
    }  # fmt: skip
    return render(request, "links/join.html", context, status=422 if form.errors else 200)


@signed_in("Whoever may read both records of the join whole, of the agency that made it")
def show_identity(request: HttpRequest, number: str) -> HttpResponse:
    """Show what a number of an identity stands for now; take its join back."""
    actor, form = asking(request), BecauseForm(request.POST or None)
    made = joins(actor).filter(number=number).select_related("made_by", "undone_by").first()
    if made is None:
        raise Hidden
    if request.method == "POST" and form.is_valid():
        try:
            undo_join(actor, made, **form.cleaned_data)
            messages.success(request, _("Taken back: what only this held together is apart again."))
            return redirect("links:identity", number)
        except Refused as refused:
            form.add_error(None, str(refused.why))
    standing = list(joins(actor).filter(undone_at=None).order_by("made_at", "pk"))
    group = group_of(made.record_key, [(each.record_key, each.other_key) for each in standing])
    held = [each for each in standing if each.record_key in group]
    context = {"made": made, "form": form, "members": _named(actor, group), "joins": held}
    return render(request, "links/identity.html", context, status=422 if form.errors else 200)


def _named(actor: Actor, keys: Any) -> list[dict[str, str]]:
    """Return the name and page of each thing, by its record; joins carry the numbers."""
    numbers = _numbers(actor)
    return [_line(Key.parse(text), numbers.get(text, "")) for text in sorted(keys)]


def _numbers(actor: Actor) -> dict[str, str]:
    rows = joins(actor).values_list("record_key", "record_number", "other_key", "other_number")
    return {key: number for one, first, other, second in rows for key, number in ((one, first), (other, second))}


def _line(key: Key, number: str) -> dict[str, str]:
    what = str(Matched(key.name).label)
    if not number:
        return {"what": what, "name": what, "address": ""}
    return {"what": what, "name": faces.name_of(key.kind, number), "address": faces.address_of(key.kind, number)}
