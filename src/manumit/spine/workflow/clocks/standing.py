"""By which limit an agency's clock runs: its own setting, else the published one."""

import json
from dataclasses import dataclass
from datetime import date

from django.db import connection

from manumit.spine.audit.prepared import prepared, wide
from manumit.values.time_limits import TimeLimit, from_plain

from .clock import Clock

OWN = """SELECT "limit", citation FROM workflow_clocksetting WHERE agency_id = %s AND clock = %s AND effective_on <= %s
ORDER BY effective_on DESC, id DESC LIMIT 1"""


@dataclass(frozen=True, slots=True)
class Standing:
    """A limit with the citation it rests on, and whether that was verified rather than set by the agency."""

    limit: TimeLimit
    citation: str
    verified: bool


def standing(clock: Clock, agency_id: int, on: date) -> Standing | None:
    """Return the limit that stands for an agency on a day; None for a clock not verified that it never set."""
    with prepared(connection) as cursor:  # in words of our own: each record that runs a clock pays for it
        cursor.execute(OWN, (wide(agency_id), clock.name, on))
        own = cursor.fetchone()
    if own:
        return Standing(from_plain(json.loads(own[0])), own[1], verified=False)
    if not clock.law.verified:
        return None
    return Standing(clock.limit, clock.law.citation, verified=True)
