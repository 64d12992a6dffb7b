"""What the asker does: accept or decline an offer, withdraw; and what the calendar does: let a request lapse."""

from typing import Any

from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from manumit.spine import audit
from manumit.spine.access import allowed, kinds
from manumit.spine.access.actors import actor_for
from manumit.spine.access.models import SharingTerms
from manumit.spine.identity.actor import Actor
from manumit.spine.identity.choices import Purpose
from manumit.spine.records import Record, action, releasing
from manumit.spine.records.changing import lock, write
from manumit.spine.records.releasing import Terms
from manumit.spine.workflow.actions.release_record import demand_offer
from manumit.spine.workflow.beside import beside
from manumit.spine.workflow.notices.telling import supervisors, tell
from manumit.spine.workflow.refusing import Refused

from ..choices import RequestState
from ..models import ReleaseRequest
from ..models.release_request import groups_of
from ..request_procedure import REQUEST
from .answer_request import Answer, receivers, terms_of
from .clock_the_answer import stop_the_clock

VOID = _("The offer no longer stands: the agency that made it must answer anew, or you ask again.")


@action("request.accept")
def accept_offer(actor: Actor, request: ReleaseRequest, *, expected_version: int) -> ReleaseRequest:
    """Accept what is offered: the release is made now, by the permission of who offered it, if they still have it.

    Raises Denied, Hidden, NotNow, Conflict, Refused for an offer that no longer stands, ValidationError as a release.
    """
    REQUEST.perform(actor, request, "accept", expected_version=expected_version)
    stands: ReleaseRequest = lock(request)
    record = _record(stands)
    giver = _giver(stands, record).person_id
    made = releasing.release(actor, record, _terms(stands, giver), demand_offer(record), offered_by_id=giver)
    write(request, actor, {"release": made}, expected_version=request.version, source=str(_("Accepted")))
    audit.record(actor, "request.accept", kind=request.kind, record_id=request.pk, detail={"release": made.pk})
    tell("request_moved", beside(request), receivers(request, actor), actor)
    if request.onward_to_id:
        tell("released", beside(record), supervisors(request.onward_to_id), actor)
    return request


@action("request.end")
def end_request(
    actor: Actor, request: ReleaseRequest, step: str, *, words: str, expected_version: int
) -> ReleaseRequest:
    """Withdraw the request (`withdraw`), or decline what is offered (`decline`), with the reason.

    Raises LookupError for another step, Denied, Hidden, NotNow, ReasonNeeded, Conflict.
    """
    if step not in {"withdraw", "decline"}:
        raise LookupError(step)
    REQUEST.perform(actor, request, step, expected_version=expected_version, reason="other", words=words)
    audit.record(actor, "request.end", kind=request.kind, record_id=request.pk, detail={"step": step})
    stop_the_clock(actor, request, met=False)
    tell("request_moved", beside(request), receivers(request, actor), actor)
    return request


@action("request.lapse")
def lapse(nobody: Actor | None, request: ReleaseRequest) -> bool:
    """Let a request lapse whose day has passed; both agencies are told. Return whether this run did."""
    stands: ReleaseRequest = lock(request)
    audit.record(None, "request.lapse", kind=stands.kind, record_id=stands.pk)
    if stands.state not in WAITING or stands.waits(timezone.localdate()):
        return False
    moved = {"state": RequestState.LAPSED, "state_since_at": timezone.now()}
    write(stands, None, moved, expected_version=stands.version, source=str(_("The calendar")))
    stop_the_clock(None, stands, met=False)
    tell("request_moved", beside(stands), [*receivers(stands, None), *supervisors(stands.other_id)])
    return True


WAITING = (RequestState.ASKED, RequestState.OFFERED)


def past_their_day() -> list[ReleaseRequest]:
    """Return the requests that wait although their day has passed."""
    rows = ReleaseRequest.unscoped.filter(state__in=WAITING, needed_by__lt=timezone.localdate())
    return list(rows.order_by("needed_by", "id"))


def _record(request: ReleaseRequest) -> Record:
    model: Any = kinds.get(request.record_kind).model_class
    found: Record | None = model.unscoped.filter(pk=request.record_id).select_for_update(no_key=True).first()
    if found is None or found.owner_id != request.other_id:
        raise Refused(VOID)
    return found


def _giver(request: ReleaseRequest, record: Record) -> Actor:
    """Return who made the offer, if they may still release the record."""
    giver = actor_for(request.offered_by_id, Purpose.INVESTIGATION) if request.offered_by_id else None
    if giver is None or not giver.active or not allowed(giver, "release", record):
        raise Refused(VOID)
    return giver


def _terms(request: ReleaseRequest, giver_id: int) -> Terms:
    under = SharingTerms.objects.filter(
        agreement=request.offered_under, giver=request.other_id, receiver=request.owner_id
    ).first()
    if request.offered_under and under is None:
        raise Refused(VOID)
    groups = groups_of(request.offered_groups, request.record_kind)
    until = request.offered_until or timezone.localdate()
    return terms_of(request, Answer(groups, until, request.offered_authority, under), giver_id)
