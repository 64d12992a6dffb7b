"""Make a calendar's secret address."""

from django.utils import timezone

from manumit.spine import audit
from manumit.spine.identity.actor import Actor
from manumit.spine.records import action
from manumit.values import secret_tokens

from ..models import CalendarFeed


@action("calendar.make")
def make_calendar_feed(actor: Actor) -> str:
    """Return the secret part of a new address, shown once and kept as its hash; the one before stops at once."""
    CalendarFeed.objects.filter(membership=actor.membership_id or 0, revoked_at=None).update(revoked_at=timezone.now())
    token = secret_tokens.fresh()
    feed = CalendarFeed.objects.create(membership_id=actor.membership_id or 0, token_hash=secret_tokens.digest(token))
    audit.record(actor, "calendar.make", kind="calendar_feed", record_id=feed.pk)
    return token
