"""One clock: what law or agreement sets it, whom it binds, when it starts and how long it runs."""

from dataclasses import dataclass
from datetime import date, timedelta

from django.utils.functional import Promise

from manumit.values.time_limits import Hours, TimeLimit

Text = str | Promise
SOON = timedelta(days=7)
PART_OF_HOURS = 4


@dataclass(frozen=True, slots=True)
class Law:
    """What a clock rests on. `source` says where it was read, empty where nobody did: then it is not `verified`.

    What is not verified is configuration: an agency sets the limit with its own citation before such a clock can run.
    """

    citation: str
    source: str = ""
    effective_on: date | None = None

    @property
    def verified(self) -> bool:
        """Whether somebody read it in a published source."""
        return bool(self.source)


@dataclass(frozen=True, slots=True, kw_only=True)
class Clock:
    """A clock of the table.

    `starts` says from what it runs, `bound` whom it binds; `binds` names the agency kinds bound (identity's
    AgencyKind), empty where the law names people or companies rather than agencies. `duty` says what must be done.
    """

    name: str
    title: Text
    duty: Text
    starts: Text
    limit: TimeLimit
    bound: Text
    law: Law
    binds: frozenset[str] = frozenset()
    note: Text = ""

    def binds_kind(self, agency_kind: str) -> bool:
        """Whether an agency of this kind is bound, as far as the law says."""
        return not self.binds or agency_kind in self.binds


@dataclass(frozen=True, slots=True)
class RecordClocks:
    """Which clocks records of `kind` may run; a provider of its module."""

    kind: str
    clocks: tuple[Clock, ...]


def soon_before(limit: TimeLimit) -> timedelta:
    """Return how long before its end a clock of this limit is said to be due soon: a quarter of hours, else a week."""
    return timedelta(hours=limit.amount) / PART_OF_HOURS if isinstance(limit, Hours) else SOON
