"""Invented dates last seen, of every precision."""

from calendar import monthrange
from datetime import date, timedelta
from random import Random

Seen = tuple[date | None, date | None, str]


def last_seen(random: Random, opened_on: date) -> Seen:
    """Return earliest and latest day and the precision, none later than `opened_on`."""
    day = opened_on - timedelta(days=random.choice((0, 1, 1, 2, 3, 7, 30, 365, 3000)))
    share = random.random()
    if share < 0.80:
        return day, day, "day"
    return _loosely(random, day, opened_on, share)


def _loosely(random: Random, day: date, opened_on: date, share: float) -> Seen:
    if share < 0.88:
        return day.replace(day=1), day.replace(day=monthrange(day.year, day.month)[1]), "month"
    if share < 0.92:
        return date(day.year, 1, 1), date(day.year, 12, 31), "year"
    if share < 0.95:
        return day - timedelta(days=random.randint(2, 20)), day, "range"
    if share < 0.97:
        return day, day, "approximate"
    return None, None, "unknown"
