"""Tell an agency's supervisors that an urgent notice was not seen."""

from django.utils import timezone

from manumit.spine import audit
from manumit.spine.identity.actor import Actor
from manumit.spine.records import action, registry

from ..beside import place_of
from ..models import Notice
from ..notices.escalation import Escalation
from ..notices.receiver import Receiver
from ..notices.telling import supervisors, tell

MOST = 500


def unseen() -> list[Notice]:
    """Return notices whose time to be seen is over, oldest first, a batch at a time."""
    late = Notice.unscoped.filter(seen_at=None, escalates_at__lte=timezone.now())
    return list(late.order_by("escalates_at", "id")[:MOST])


@action("notice.escalate")
def escalate_notice(nobody: Actor | None, notice: Notice) -> None:
    """Tell whom the event's `Escalation` names, else the supervisors of the receiver's agency; each notice once."""
    taken = Notice.unscoped.filter(pk=notice.pk, seen_at=None, escalates_at__isnull=False).update(escalates_at=None)
    audit.record(None, "notice.escalate", kind=notice.record_kind, record_id=notice.record_id)
    if taken:
        others = [each for each in _whom(notice) if each.person_id != notice.person_id]
        tell("unseen", place_of(notice), others)


def _whom(notice: Notice) -> tuple[Receiver, ...]:
    for hook in registry.providers(Escalation):
        if hook.event == notice.event:
            return hook.whom(notice)
    return supervisors(notice.agency_id)
