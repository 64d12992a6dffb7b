"""Record that something beside the steps was done: papers given out, HHS or the victim told, an answer received."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from manumit.spine import audit
from manumit.spine.access import require
from manumit.spine.identity.actor import Actor
from manumit.spine.records import action, sealed
from manumit.spine.workflow.models import RunningClock
from manumit.spine.workflow.models.running_clock import Ending
from manumit.spine.workflow.refusing import Refused

from ..choices import Stage
from ..clocks import MINOR
from ..models import PresenceRequest
from ..procedure import OPEN, PRESENT
from ..questions import permit_codes
from .minors import begin_interim_assistance
from .reckoning import set_columns
from .telling_the_victim import keep_told

ANY = frozenset(Stage)
FACTS: Mapping[str, tuple[str, str, frozenset[Stage]]] = {
    "i94": ("i94_on", "keep_papers", frozenset({Stage.GRANTED, *PRESENT})),
    "permit": ("permit_on", "keep_papers", frozenset({Stage.GRANTED, *PRESENT})),
    "victim_told": ("victim_told_on", "sign", ANY),
    "hhs_told": ("hhs_told_at", "work", ANY),
    "interim": ("", "work", ANY),
    "deferred": ("deferred_action", "work", frozenset(OPEN)),
    "civil_action": ("kept_by_action", "work", ANY),
    "victim_answered": ("answered_at", "sign", frozenset({Stage.REVOCATION})),
}
"""By name: the column it is kept in (none: its clock is what is kept), the act, the stages in which it can be."""


@action("presence.record")
def record_fact(
    actor: Actor,
    request: PresenceRequest,
    fact: str,
    *,
    on: date | None = None,
    words: str = "",
    holds: bool = True,
    code: str = "",
) -> PresenceRequest:
    """Record `fact`: a day `on` (today), a moment (now), or whether it `holds`.

    `words` go with the victim's answer to a proposed revocation, and are sealed; `code` is the category of a work
    permit. Raises LookupError, Denied, Hidden, Refused for a day to come, a missing answer, a code that the deciding
    office does not give, or another stage.
    """
    column, act, stages = FACTS[fact]
    require(actor, act, request)
    request.refresh_from_db()
    if request.stage not in stages:
        raise Refused(_("This is not recorded at this stage."))
    value = _value(column, on, holds)
    if fact == "victim_told":
        keep_told(actor, request, value)
    elif column:
        set_columns(actor, request, {column: value, **_category(request, fact, code)})
    else:
        begin_interim_assistance(actor, request, on)
    if fact == "victim_answered":
        _seal_answer(actor, request, words)
    audit.record(actor, "presence.record", kind=request.kind, record_id=request.pk, detail={"fact": fact})
    if fact == "hhs_told":
        _stop_minor_clock(actor, request)
    return request


def _value(column: str, on: date | None, holds: bool) -> Any:
    if column.endswith("_at"):
        return timezone.now()
    if column and not column.endswith("_on"):
        return holds
    day = on or timezone.localdate()
    if day > timezone.localdate():
        raise Refused(_("That day is still to come."))
    return day


def _category(request: PresenceRequest, fact: str, code: str) -> dict[str, str]:
    """Return the category of a work permit: nothing where the office that gives it out named no codes."""
    codes = permit_codes(request.decider_id) if fact == "permit" else []
    if code not in codes and (codes or code):
        raise Refused(_("Choose one of the categories that your office gives."))
    return {"permit_code": code} if codes else {}


def _seal_answer(actor: Actor, request: PresenceRequest, words: str) -> None:
    if not words.strip():
        raise Refused(_("Write what the victim answers, in their words."))
    sealed.put(request, "decision", {"revocation_answer": words.strip()}, actor)


def _stop_minor_clock(actor: Actor, request: PresenceRequest) -> None:
    rows = RunningClock.unscoped.filter(record_kind=request.kind, record_id=request.pk, clock=MINOR.name)
    for running in rows.filter(stopped_at=None):
        late = running.overdue()
        running.stopped_at, running.stopped_by_id = timezone.now(), actor.person_id
        running.ending, running.because = (Ending.MISSED, "Told late") if late else (Ending.MET, "")
        running.save(update_fields=["stopped_at", "stopped_by", "ending", "because"])
