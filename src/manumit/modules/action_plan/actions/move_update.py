"""Move a progress report by its procedure; acceptance publishes, withdrawal takes back."""

from manumit.spine.access import require
from manumit.spine.identity.actor import Actor
from manumit.spine.records import action
from manumit.spine.records.changing import lock, write

from .. import procedure
from ..choices import UpdateState
from ..models import Commitment, ProgressUpdate
from .move_due_date import moved
from .opening import noted
from .publishing import publish_again


@action("progress.move")
def move_update(
    actor: Actor, update: ProgressUpdate, step: str, *, expected_version: int, reason: str = "", words: str = ""
) -> ProgressUpdate:
    """Take `step`. An accepted report becomes the commitment's status; a withdrawn one leaves the public at once.

    Raises LookupError for no such step, Denied or Hidden, NotNow, ReasonNeeded, Conflict.
    """
    require(actor, "read_summary", update)
    before = update.state
    procedure.UPDATE.perform(actor, update, step, expected_version=expected_version, reason=reason, words=words)
    if UpdateState.ACCEPTED in (before, update.state):
        _settle(actor, Commitment.unscoped.get(pk=update.commitment_id))
    noted(actor, update, "progress.move", {"step": step, "from": before, "to": update.state})
    return update


def _settle(actor: Actor, commitment: Commitment) -> None:
    """Let the newest accepted report of the agency that answers decide status and due date; publish what follows."""
    stands = lock(commitment)
    newest = (
        ProgressUpdate.unscoped.filter(commitment=commitment, owner=stands.owner_id, state=UpdateState.ACCEPTED)
        .order_by("-quarter", "-state_since_at")
        .first()
    )
    status = newest.status if newest else type(stands)._meta.get_field("status").default
    if stands.status != status:
        changes = {"status": status, "status_since_at": newest.state_since_at if newest else stands.opened_at}
        write(commitment, actor, changes, expected_version=stands.version, source="Accepted report")
    if newest and newest.new_due_on and newest.new_due_on != stands.due_on:
        moved(actor, commitment, newest.new_due_on, reason=newest.reason, expected_version=lock(commitment).version)
    publish_again(commitment)
    noted(actor, commitment, "commitment.settle", {"status": status})
