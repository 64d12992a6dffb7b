"""A clock and a zone of the walk's own: hours pass between two steps, and days are those of the chosen zone."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, date, datetime, time, timedelta
from random import Random
from zoneinfo import ZoneInfo

from django.conf import settings
from django.utils import timezone

ZONES = ("UTC", "America/Denver", "Pacific/Guam", "America/Puerto_Rico")
MOMENTS = (
    datetime(2024, 2, 28, 7, tzinfo=UTC), datetime(2024, 2, 29, 5, tzinfo=UTC), datetime(2028, 2, 29, 12, tzinfo=UTC),
    datetime(2024, 12, 20, 23, tzinfo=UTC), datetime(2025, 6, 18, 18, tzinfo=UTC), datetime(2024, 3, 9, 20, tzinfo=UTC),
    datetime(2026, 7, 2, 3, tzinfo=UTC), datetime(2027, 12, 30, 9, tzinfo=UTC), datetime(2025, 11, 1, 6, tzinfo=UTC),
)  # fmt: skip
"""Before leap days, holidays observed on other days, and changes of the clock."""
LEAPS_TO = datetime(2028, 2, 29, 15, tzinfo=UTC)
FIRST, YEARS = datetime(2023, 1, 2, tzinfo=UTC), 6


class VirtualTime:
    """The moment it is in a walk; each step is later than the one before."""

    def __init__(self, chance: Random) -> None:
        whole = timedelta(days=365 * YEARS) * chance.random()
        self.now = chance.choice(MOMENTS) if chance.random() < 0.5 else FIRST + whole

    def pass_some(self, chance: Random) -> datetime:
        """Let an hour to some days pass; now and then weeks, so that limits run out. Return the moment it is then."""
        days = chance.choice((0.05, 0.4, 1.3, 3.1, 6.2, 12.7)) if chance.random() < 0.95 else 33
        self.now += timedelta(days=days) * (0.5 + chance.random() / 2)
        return self.now

    def go_to(self, day: date, chance: Random) -> datetime:
        """Let everything pass until somewhen on `day`, unless it is over. Return the moment it is then."""
        self.now = max(
            self.now + timedelta(hours=1), datetime.combine(day, time(), UTC) + timedelta(days=chance.random())
        )
        return self.now


@contextmanager
def in_zone(name: str) -> Iterator[ZoneInfo]:
    """Let the install's zone be `name` meanwhile."""
    before = settings.TIME_ZONE
    _choose(name)
    try:
        yield ZoneInfo(name)
    finally:
        _choose(before)


def _choose(name: str) -> None:
    settings.TIME_ZONE = name
    timezone.get_default_timezone.cache_clear()  # type: ignore[attr-defined] # it is kept by lru_cache


@contextmanager
def told_by(time: VirtualTime) -> Iterator[None]:
    """Let everything in this process that asks what time it is be told the walk's."""
    real = timezone.now
    timezone.now = lambda: time.now
    try:
        yield
    finally:
        timezone.now = real
