"""Mark notices as seen."""

from collections.abc import Collection

from django.utils import timezone

from manumit.spine import audit
from manumit.spine.identity.actor import Actor
from manumit.spine.records import action

from ..models import Notice


@action("notice.see")
def see_notices(actor: Actor, ids: Collection[int] | None = None) -> int:
    """Mark those of the actor's own notices as seen (all they may see where None) and return how many were new."""
    rows = Notice.objects.visible_to(actor).filter(seen_at=None)
    chosen = list((rows if ids is None else rows.filter(pk__in=ids)).values_list("pk", flat=True))
    count = Notice.unscoped.filter(pk__in=chosen, seen_at=None).update(seen_at=timezone.now())
    audit.record(actor, "notice.see", kind="notice", record_id=chosen[0] if len(chosen) == 1 else None)
    return count
