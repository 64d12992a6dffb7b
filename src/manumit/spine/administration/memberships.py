"""Which memberships a person may act under now."""

from django.db.models import Q, QuerySet
from django.utils import timezone

from manumit.spine.identity.models import Membership


def live() -> Q:
    """Return the condition of a membership that counts today: person, membership and agency active, not ended."""
    today = timezone.localdate()
    ended = Q(until_on__isnull=False, until_on__lt=today)
    return Q(active=True, person__is_active=True, agency__active=True) & ~ended


def live_of(person_id: int) -> QuerySet[Membership]:
    """Return the live memberships of a person, by agency."""
    rows = Membership.objects.filter(live(), person_id=person_id)
    return rows.select_related("agency").order_by("agency__name")
