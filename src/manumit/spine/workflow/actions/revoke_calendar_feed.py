"""Revoke a calendar's secret address."""

from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from manumit.spine import audit
from manumit.spine.identity.actor import Actor
from manumit.spine.records import action

from ..models import CalendarFeed
from ..refusing import Refused


@action("calendar.revoke")
def revoke_calendar_feed(actor: Actor) -> None:
    """Stop the actor's own feed at once. Raises Refused where there is none."""
    live = CalendarFeed.objects.filter(membership=actor.membership_id or 0, revoked_at=None)
    feed = live.first()
    if feed is None:
        raise Refused(_("You have no calendar address."))
    live.update(revoked_at=timezone.now())
    audit.record(actor, "calendar.revoke", kind="calendar_feed", record_id=feed.pk)
