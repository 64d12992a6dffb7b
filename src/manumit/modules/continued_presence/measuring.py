"""Numbers about requests, from stages and days alone; small ones are not shown."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import timedelta
from statistics import median, quantiles
from typing import Any

from django.db.models import Count
from django.utils import timezone

from manumit.spine.identity.actor import Actor

from .choices import Stage
from .models import PresenceRequest, StageSpan

SMALLEST = 11
"""Counts below are suppressed. Source: practice of federal statistics (cells under 11)."""
SOON = timedelta(days=120)
PERIOD = timedelta(days=365)


@dataclass(frozen=True, slots=True)
class StageTime:
    """How long requests stood in a stage, in days: median and 90th percentile; None for fewer than `SMALLEST` stays."""

    stage: Stage
    stays: int | None
    median_days: float | None
    p90_days: float | None


def suppressed(count: int) -> int | None:
    """Return `count`, None where it is above nought and below `SMALLEST`."""
    return count if count == 0 or count >= SMALLEST else None


def counts(actor: Actor) -> dict[Stage, int | None]:
    """Return how many requests in the actor's hands stand in each stage, small numbers suppressed.

    A second small number hides with the first, so that no total gives it away.
    """
    rows = PresenceRequest.objects.visible_to(actor).order_by().values_list("state").annotate(n=Count("pk"))
    found = {Stage(state): int(number) for state, number in rows}
    told = {stage: suppressed(found.get(stage, 0)) for stage in Stage}
    hidden = [stage for stage, number in told.items() if number is None]
    if len(hidden) == 1 and (others := [stage for stage, number in told.items() if number]):
        told[min(others, key=lambda stage: told[stage] or 0)] = None
    return told


def times(actor: Actor) -> list[StageTime]:
    """Return how long requests in the actor's hands stood in each stage that they left in the last year."""
    since = timezone.now() - PERIOD
    rows = StageSpan.objects.visible_to(actor).filter(left_at__gte=since).values_list("stage", "entered_at", "left_at")
    stays: dict[str, list[float]] = {}
    for stage, entered, left in rows:
        assert left is not None  # noqa: S101 - the filter asks for it
        stays.setdefault(stage, []).append((left - entered) / timedelta(days=1))
    return [_time(stage, stays.get(stage, [])) for stage in Stage]


def _time(stage: Stage, days: list[float]) -> StageTime:
    if len(days) < SMALLEST:
        return StageTime(stage, suppressed(len(days)), None, None)
    return StageTime(stage, len(days), round(median(days), 1), round(quantiles(days, n=10)[8], 1))


def ending_without_extension(actor: Actor) -> int | None:
    """Return how many grants end within 120 days and no extension is asked for; suppressed where few."""
    until = timezone.localdate() + SOON
    rows = PresenceRequest.objects.visible_to(actor).filter(state=Stage.ACTIVE, until_on__lte=until)
    return suppressed(rows.count())


def table(actor: Actor) -> Iterable[dict[str, Any]]:
    """Return one row a stage: how many stand there, how long they stood."""
    standing = counts(actor)
    for time in times(actor):
        yield {
            "stage": time.stage.label, "code": time.stage.value, "now": standing[time.stage], "stays": time.stays,
            "median_days": time.median_days, "p90_days": time.p90_days,
        }  # fmt: skip
