"""From a membership to the actor that decisions know, in one query."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from django.db.models import BooleanField, Case, Exists, F, OuterRef, Q, QuerySet, Value, When
from django.utils import timezone

from manumit.spine.identity.actor import Actor
from manumit.spine.identity.models import Membership

from .models import Agreement

COLUMNS = ("id", "person_id", "agency_id", "roles", "kind", "nation", "now_partner", "now_active")


def actor_for(membership_id: int, purpose: str, *, person_id: int | None = None) -> Actor | None:
    """Return the actor of a membership using the system for `purpose`, or None if there is no such membership.

    `person_id` must match when given: a session's membership is worth nothing to another person.
    """
    rows = _rows(timezone.now()).filter(pk=membership_id)
    rows = rows.filter(person_id=person_id) if person_id is not None else rows
    found = rows.values(*COLUMNS).first()
    return _actor(found, purpose) if found else None


def _rows(at: datetime) -> QuerySet[Membership]:
    partner = Exists(Agreement.live(at).filter(agency=OuterRef("agency")))
    return Membership.objects.annotate(
        kind=F("agency__kind"), nation=F("agency__nation_id"), now_partner=partner, now_active=_active(at)
    )


def _active(at: datetime) -> Case:
    """Return whether person, agency and membership are all active at `at`; until_on is the last day."""
    standing = Q(active=True, agency__active=True, person__is_active=True)
    in_time = Q(until_on__isnull=True) | Q(until_on__gte=at.date())
    return Case(When(standing & in_time, then=Value(True)), default=Value(False), output_field=BooleanField())


def _actor(row: Mapping[str, Any], purpose: str) -> Actor:
    return Actor(
        person_id=row["person_id"],
        agency_id=row["agency_id"],
        roles=frozenset(row["roles"]),
        purpose=purpose,
        agency_kind=row["kind"],
        partner=row["now_partner"],
        active=row["now_active"],
        nation_id=row["nation"],
        membership_id=row["id"],
    )
