"""Tell who raised a flag that it has ended."""

from django.utils import timezone

from manumit.spine import audit
from manumit.spine.identity.actor import Actor
from manumit.spine.records import action

from ..beside import place_of
from ..models import Flag
from ..notices.receiver import Receiver
from ..notices.telling import tell

MOST = 500


def ended() -> list[Flag]:
    """Return flags that ended by themselves and of which nobody was told yet, a batch at a time."""
    over = Flag.unscoped.filter(lowered_at=None, told=False, ends_on__lt=timezone.localdate())
    return list(over.order_by("ends_on", "id")[:MOST])


@action("flag.tell")
def tell_of_flag(nobody: Actor | None, flag: Flag) -> None:
    """Tell who raised `flag`, once."""
    changed = Flag.unscoped.filter(pk=flag.pk, told=False).update(told=True)
    audit.record(None, "flag.tell", kind=flag.record_kind, record_id=flag.record_id, detail={"flag": flag.pk})
    if changed:
        tell("flag_ended", place_of(flag), [Receiver(flag.raised_by_id, flag.agency_id)])
