"""Tell people of a tip whose work is overdue."""

from django.db.models import Exists, OuterRef
from django.utils import timezone

from manumit.spine import audit
from manumit.spine.identity.actor import Actor
from manumit.spine.records import action
from manumit.spine.workflow.beside import beside
from manumit.spine.workflow.models import Notice
from manumit.spine.workflow.notices import Receiver
from manumit.spine.workflow.notices.telling import tell

from ..events import TIP_DUE
from ..models import Tip
from .telling_triage import triagers

MOST = 500


def untold() -> list[Tip]:
    """Return tips past their day of which nobody was told since, oldest first, a batch at a time."""
    told = Notice.unscoped.filter(
        record_kind=Tip.kind, record_id=OuterRef("pk"), event=TIP_DUE.code, created_at__date__gt=OuterRef("due_on")
    )
    late = Tip.unscoped.filter(state="pending", due_on__lt=timezone.localdate())
    return list(late.exclude(Exists(told)).order_by("due_on", "id")[:MOST])


@action("tip.due.tell")
def tell_of_due(nobody: Actor | None, tip: Tip) -> None:
    """Tell who works on `tip` that its day has passed, triage where nobody does; once for each day that is set."""
    audit.record(None, "tip.due.tell", kind=tip.kind, record_id=tip.pk)
    given = (Receiver(tip.assigned_to_id, tip.owner_id),) if tip.assigned_to_id else ()
    tell(TIP_DUE.code, beside(tip), given or triagers(tip.owner_id))
