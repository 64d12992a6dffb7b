"""What happens when a sponsor lets a request lie: it is told, and it may be offered to another."""

from collections.abc import Iterable
from datetime import datetime

from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from manumit.spine import audit
from manumit.spine.access import require
from manumit.spine.identity.actor import Actor
from manumit.spine.identity.models import Agency
from manumit.spine.records import action
from manumit.spine.records.changing import lock
from manumit.spine.workflow.beside import beside
from manumit.spine.workflow.clocks.standing import standing
from manumit.spine.workflow.notices.telling import tell
from manumit.spine.workflow.refusing import Refused

from ..choices import Stage
from ..clocks import SPONSOR
from ..events import IDLE
from ..models import Operation, PresenceRequest
from ..questions import is_sponsor
from .move_request import change_span
from .reckoning import set_columns
from .stage_clocks import begin_anew, due_of
from .telling_whose_turn import OFFICERS, of_owner, receivers, tell_whose_turn


def lies_since(request: PresenceRequest) -> datetime | None:
    """Return from when a request counts as lying with its sponsor, None where it is with none.

    By the sponsor's own limit; where it set none, by the suggestion of the clock.
    """
    if request.stage != Stage.SPONSOR_REVIEW:
        return None
    stands = standing(SPONSOR, request.sponsor_id, timezone.localdate(request.state_since_at))
    limit = stands.limit if stands else SPONSOR.limit
    return limit.due(request.state_since_at, timezone.get_default_timezone())


def lies(request: PresenceRequest) -> bool:
    """Whether a sponsor lets it lie now."""
    since = lies_since(request)
    return since is not None and since <= timezone.now()


@action("presence.idle")
def tell_idle(nobody: Actor | None, request: PresenceRequest) -> bool:
    """Tell sponsor, officer and supervisors once that a request lies; return whether this run did."""
    stands: PresenceRequest = lock(request)
    audit.record(None, "presence.idle", kind=stands.kind, record_id=stands.pk)
    told = stands.idle_told_at is not None and stands.idle_told_at >= stands.state_since_at
    if told or not lies(stands):
        return False
    set_columns(None, stands, {"idle_told_at": timezone.now()})
    whom = [*receivers(stands.sponsor_id, ("presence_sponsor",)), *of_owner(stands, OFFICERS)]
    tell(IDLE.code, beside(stands), [*whom, *receivers(stands.owner_id, ("supervisor",))])
    return True


@action("presence.reoffer")
def reoffer_request(actor: Actor, request: PresenceRequest, sponsor: Agency) -> list[PresenceRequest]:
    """Take a request that lies from its sponsor and offer it to another, with the others of its operation there.

    The first sponsor sees them no more. Raises Denied or Hidden for who may not concur, Refused while the limit runs,
    for an agency that sponsors nothing, and where the first sponsor filed another request of the operation.
    """
    require(actor, "concur", request)
    stands: PresenceRequest = lock(request)
    if not lies(stands):
        raise Refused(_("It is offered to another when its sponsor let it lie past the limit."))
    if not is_sponsor(sponsor.pk) or sponsor.pk == stands.sponsor_id:
        raise Refused(_("Choose another federal sponsor of the list."))
    operation = Operation.unscoped.get(pk=stands.operation_id)
    together = _together(stands)
    set_columns(actor, operation, {"sponsor": sponsor})
    audit.record(actor, "presence.reoffer", kind=operation.kind, record_id=operation.pk)
    _give_all(actor, together, sponsor)
    return together


def _together(request: PresenceRequest) -> list[PresenceRequest]:
    """Return the requests of the operation that lie with the same sponsor, locked."""
    rows = PresenceRequest.unscoped.select_for_update().filter(operation=request.operation_id, with_sponsor=True)
    held = list(rows.filter(sponsor=request.sponsor_id).order_by("id"))
    if any(each.stage != Stage.SPONSOR_REVIEW for each in held):
        raise Refused(_("This sponsor filed another request of the operation: ask them to go on with this one."))
    return held


def _give_all(actor: Actor, requests: Iterable[PresenceRequest], sponsor: Agency) -> None:
    for request in requests:
        set_columns(actor, request, {"sponsor": sponsor, "state_since_at": timezone.now()})
        change_span(request)
        audit.record(actor, "presence.reoffer", kind=request.kind, record_id=request.pk)
        begin_anew(actor, request, SPONSOR, sponsor)
        set_columns(actor, request, {"due_at": due_of(request)})
        tell_whose_turn(actor, request)
