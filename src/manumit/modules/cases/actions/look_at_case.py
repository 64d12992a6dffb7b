"""Look at a case: the owner sees every use of what they share."""

from manumit.spine import audit
from manumit.spine.access import require
from manumit.spine.access.resting import rests_on
from manumit.spine.identity.actor import Actor
from manumit.spine.records import action

from ..models import Case


@action("case.read")
def look_at_case(actor: Actor | None, case: Case) -> None:
    """Log that the actor looks at a case they may read. Raises Denied, Hidden."""
    require(actor, "read_summary", case)
    audit.record(actor, "case.read", kind=Case.kind, record_id=case.pk, group="summary", detail=rests_on(actor, case))
