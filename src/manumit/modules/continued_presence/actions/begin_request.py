"""Begin a request: from nothing, or for one more victim of an operation."""

from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from manumit.spine import audit
from manumit.spine.access import Denied, allowed, require
from manumit.spine.identity.actor import Actor
from manumit.spine.records import Record, action, numbers, provenance
from manumit.spine.records.changing import lock, step
from manumit.spine.workflow.refusing import Refused
from manumit.values.tables.us_states import US_STATES

from ..choices import Stage
from ..models import MOST_VICTIMS, Operation, PresenceRequest, StageSpan
from ..questions import is_sponsor, sponsors
from ..rules import CODES


@action("presence.begin")
def begin_request(
    actor: Actor, *, region: str = "", operation: Operation | None = None, origin: str = "entered"
) -> PresenceRequest:
    """Begin a draft owned by the actor's agency, in a new operation of the state `region` where none is given.

    Raises Denied, Hidden, Refused for an unknown state and for more victims than an operation may have.
    """
    request = PresenceRequest(
        **_first_values(actor, origin), representative_id=actor.agency_id, officer_id=actor.person_id
    )
    _demand_create(actor, request)
    found = _joined(actor, operation) if operation else _opened(actor, region, origin)
    request.operation, request.sponsor_id = found, found.sponsor_id
    request.state_since_at, request.missing = request.opened_at, sorted(CODES)
    request.self_sponsored = is_sponsor(actor.agency_id)
    request.number = numbers.allocate(PresenceRequest.number_prefix)
    request.save(force_insert=True)
    StageSpan.unscoped.bulk_create([StageSpan(request=request, stage=Stage.DRAFT, entered_at=request.opened_at)])
    step(request, actor, {})
    audit.record(actor, "presence.begin", kind=request.kind, record_id=request.pk)
    return request


def _first_values(actor: Actor, origin: str) -> dict[str, object]:
    now = timezone.now()
    return {
        "owner_id": actor.agency_id, "opened_at": now, "changed_at": now, "sponsor_id": actor.agency_id,
        "decider_id": actor.agency_id, "origin": origin,
        "provenance": provenance.begin(provenance.said("The requesting agency")),
    }  # fmt: skip


def _demand_create(actor: Actor, record: Record) -> None:
    decision = allowed(actor, "create", record)
    if not decision:
        raise Denied(decision)


def _opened(actor: Actor, region: str, origin: str) -> Operation:
    if region and region not in US_STATES:
        raise Refused(_("There is no such state."))
    operation = Operation(**_first_values(actor, origin), region=region)
    _demand_create(actor, operation)
    near = [] if is_sponsor(actor.agency_id) else sponsors(region)
    operation.sponsor_id = near[0].pk if near else actor.agency_id
    operation.number = numbers.allocate(Operation.number_prefix)
    operation.save(force_insert=True)
    step(operation, actor, {})
    audit.record(actor, "presence.operation.begin", kind=operation.kind, record_id=operation.pk)
    return operation


def _joined(actor: Actor, operation: Operation) -> Operation:
    require(actor, "edit", operation)
    stands: Operation = lock(operation)
    if PresenceRequest.unscoped.filter(operation=stands).count() >= MOST_VICTIMS:
        raise Refused(_("An operation has at most 50 victims: begin another."))
    return stands
