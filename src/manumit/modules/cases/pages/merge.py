"""Merge the spellings of one agency or place: what would change is shown first, and what was done can be undone."""

from typing import Any

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from manumit.spine.access import Denied, allowed
from manumit.spine.access.middleware import asking
from manumit.spine.access.routes import guarded
from manumit.spine.identity.actor import Actor
from manumit.spine.records import NothingToChange
from manumit.spine.ui import render

from .. import questions
from ..actions.merge_spellings import merge_spellings, plan_merge
from ..actions.undo_merge import undo_merge
from ..models import Case
from ..spellings import alike, spellings_of

SHOWN = 50
TITLES = {
    "agencies": gettext_lazy("Agencies written in several ways"),
    "places": gettext_lazy("Places written in several ways"),
}


@guarded("supervise", "case")
def merge(request: HttpRequest, noun: str) -> HttpResponse:
    """Show what may be one, then what merging would change, then merge."""
    actor = asking(request)
    _demand_supervisor(actor)
    if request.method != "POST":
        return _groups(request, actor, noun)
    spellings, kept = request.POST.getlist("spelling"), request.POST.get("kept", "")
    if kept not in spellings or len(set(spellings)) < 2:
        messages.warning(request, _("Tick the spellings that are one, and choose the one to keep among them."))
        return redirect(_address(noun))
    try:
        return _merged(request, actor, noun, spellings, kept)
    except (ValidationError, NothingToChange) as refused:
        text = refused.messages if isinstance(refused, ValidationError) else [_("Nothing is written so any more.")]
        messages.warning(request, " ".join(map(str, text)))
        return redirect(_address(noun))


@guarded("supervise", "case")
def undo(request: HttpRequest, noun: str, merge_id: int) -> HttpResponse:
    """Undo a merge; a visit without the click goes back to the list."""
    actor = asking(request)
    _demand_supervisor(actor)
    if request.method == "POST":
        try:
            rows = undo_merge(actor, merge_id)
            messages.success(request, _("Undone: %(count)s rows are written as they were.") % {"count": rows})
        except ValidationError as refused:
            messages.warning(request, " ".join(refused.messages))
    return redirect(_address(noun))


def _demand_supervisor(actor: Actor) -> None:
    decision = allowed(actor, "supervise", Case(owner_id=actor.agency_id))
    if not decision:
        raise Denied(decision)


def _groups(request: HttpRequest, actor: Actor, noun: str) -> HttpResponse:
    context = {
        "noun": noun,
        "title": TITLES[noun],
        "others": [(each, title) for each, title in TITLES.items() if each != noun],
        "groups": list(enumerate(alike(spellings_of(actor, noun)))),
        "merges": questions.merges_of(actor, noun),
    }
    return render(request, "cases/merge.html", context)


def _merged(request: HttpRequest, actor: Actor, noun: str, spellings: list[str], kept: str) -> HttpResponse:
    state = _state(request)
    if "confirmed" not in request.POST:
        return _pause(request, plan_merge(actor, noun, spellings, kept, state), noun, spellings, kept)
    done = merge_spellings(actor, noun, spellings, kept, state=state)
    count = len(done.changed) + len(done.withdrawn)
    messages.success(request, _("Merged: %(count)s rows. You can undo it below.") % {"count": count})
    return redirect(_address(noun))


def _pause(request: HttpRequest, planned: list[Any], noun: str, spellings: list[str], kept: str) -> HttpResponse:
    context = {
        "noun": noun,
        "title": TITLES[noun],
        "kept": kept,
        "count": len(planned),
        "cases": len({each.row.case_id for each in planned}),
        "planned": planned[:SHOWN],
        "more": max(len(planned) - SHOWN, 0),
        "fields": [
            *(("spelling", each) for each in spellings),
            ("kept", kept),
            ("state", request.POST.get("state", "")),
        ],
    }
    return render(request, "cases/merge_pause.html", context)


def _state(request: HttpRequest) -> str:
    return request.POST.get("state", "")


def _address(noun: str) -> str:
    return reverse("cases:merge", kwargs={"noun": noun})
