"""What nations decided about their people's records, and how these were used."""

from datetime import datetime
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from manumit.spine.access import Hidden, nations
from manumit.spine.access.middleware import asking
from manumit.spine.access.models import Use
from manumit.spine.access.routes import signed_in
from manumit.spine.identity.models import Nation
from manumit.spine.ui import render
from manumit.spine.ui.forms import open_form

from .. import questions
from ..actions.record_decision import Decided, may_record, record_decision
from ..covering import last_moment
from .asking import ask
from .forms import DecisionForm


@signed_in("Every agency is bound by what nations decided, and may read it")
def list_nations(request: HttpRequest) -> HttpResponse:
    """Show each nation and what it allows now."""
    allowing = {use.value: nations.allowing(use.value) for use in Use if use != Use.INVESTIGATION}
    rows = [
        {"nation": nation, "words": [nation.pk in allowing[use] for use in allowing]}
        for nation in Nation.objects.order_by("name")
    ]
    titles = [Use(use).label for use in allowing]
    return render(request, "exchange/nations.html", {"rows": rows, "titles": titles})


@signed_in("Every agency is bound by what nations decided, and may read it; uses are the nation's and the user's own")
def nation(request: HttpRequest, nation_id: int) -> HttpResponse:
    """Show what a nation decided, with its history, and the uses the asker may know of."""
    actor, found = asking(request), _nation(nation_id)
    now = timezone.now()
    context = {
        "nation": found,
        "words": [_word(found, use, now) for use in Use],
        "decisions": questions.decisions_of(found.pk),
        "uses": [_used(each, now) for each in questions.uses_of(actor, found.pk)],
        "theirs": actor.nation_id == found.pk,
        "may_record": may_record(actor, found.pk),
    }
    return render(request, "exchange/nation.html", context)


@signed_in("The action asks who speaks for the nation; the page itself says nothing")
def decide(request: HttpRequest, nation_id: int) -> HttpResponse:
    """Record a decision."""
    found = _nation(nation_id)

    def act(given: dict[str, Any]) -> object:
        return record_decision(asking(request), found.pk, _decided(given))

    back = reverse("exchange:nation", args=[found.pk])
    note = _("It counts from now on. Releases it no longer allows end at once; earlier decisions stay readable.")
    return ask(request, open_form(DecisionForm, request), _("Record a decision"), act, back=back, note=note)


def _nation(nation_id: int) -> Nation:
    found = Nation.objects.filter(pk=nation_id).first()
    if found is None:
        raise Hidden
    return found


def _word(nation: Nation, use: Use, now: datetime) -> dict[str, Any]:
    said = nations.word(nation.pk, use, None, now)
    if use == Use.INVESTIGATION:
        named = [each for each in questions.decisions_of(nation.pk) if each.use == use and each.agency]
        text = _("The agencies named below, and its own") if said.rule or named else _("Each owner decides")
        return {"use": use.label, "allowed": None, "text": text}
    return {"use": use.label, "allowed": said.allowed, "text": said.rule.citation if said.rule else _("No decision")}


def _used(each: Any, now: datetime) -> dict[str, Any]:
    """Return a use, and whether the permission it rested on stands no more."""
    stands = nations.word(each.nation_id, each.use, None, now)
    return {"use": each, "ended": stands.rule if not stands.allowed else None, "withdrawn": not stands.allowed}


def _decided(given: dict[str, Any]) -> Decided:
    return Decided(
        use=given["use"],
        allowed=given["allowed"],
        decided_by=given["decided_by"],
        citation=given["citation"],
        agency_id=given["agency"].pk if given["agency"] else None,
        ends_at=last_moment(given["ends_on"]) if given["ends_on"] else None,
    )
