"""From a membership to the actor that decisions know, in one query, written out: every request pays for it."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from django.db import connection
from django.utils import timezone

from manumit.spine.audit.prepared import prepared, wide
from manumit.spine.identity.actor import Actor

ACTOR = """
SELECT m.id, m.person_id, m.agency_id, m.roles, a.kind, a.nation_id,
  EXISTS (SELECT FROM access_agreement g WHERE g.agency_id = m.agency_id AND g.expires_at > %s
    AND g.ended_at IS NULL),
  m.active AND a.active AND p.is_active AND (m.until_on IS NULL OR m.until_on >= %s),
  ARRAY(SELECT b.record_kind || '/' || b.record_id FROM access_bar b
    WHERE b.person_id = m.person_id AND b.lifted_at IS NULL)
FROM identity_membership m JOIN identity_agency a ON a.id = m.agency_id JOIN identity_person p ON p.id = m.person_id
WHERE m.id = %s AND m.person_id = coalesce(%s::bigint, m.person_id)
"""
"""`until_on` is the last day; the partners are the agencies whose agreement lives, as `Agreement.live` says."""


def actor_for(membership_id: int, purpose: str, *, person_id: int | None = None) -> Actor | None:
    """Return the actor of a membership using the system for `purpose`, or None if there is no such membership.

    `person_id` must match when given: a session's membership is worth nothing to another person.
    """
    found = _row(membership_id, person_id, timezone.now())
    return _actor(found, purpose) if found else None


def _row(membership_id: int, person_id: int | None, at: datetime) -> Sequence[Any] | None:
    asked = (at, at.date(), wide(membership_id), wide(person_id))
    with prepared(connection) as cursor:
        cursor.execute(ACTOR, asked)
        row: Sequence[Any] | None = cursor.fetchone()
    return row


def _actor(row: Sequence[Any], purpose: str) -> Actor:
    membership, person, agency, roles, kind, nation, partner, active, barred = row
    bars = frozenset(_place(each) for each in barred)
    return Actor(person, agency, frozenset(roles), purpose, kind, partner, active, nation, membership, bars)


def _place(written: str) -> tuple[str, int]:
    kind, _, key = written.partition("/")
    return kind, int(key)
