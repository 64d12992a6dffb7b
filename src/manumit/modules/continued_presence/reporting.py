"""Counts for the annual report and for who watches over the process: stages and days alone, small numbers hidden."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from statistics import median

from django.db.models import Q
from django.utils import timezone

from manumit.spine.identity.actor import Actor
from manumit.spine.identity.choices import AgencyKind
from manumit.spine.identity.models import Agency

from .choices import GrantKind, Stage
from .measuring import PERIOD, SMALLEST, suppressed
from .models import Grant, PresenceRequest, StageSpan

WATCHES = frozenset({"presence_intake", "presence_decider", "presence_oversight"})
"""Who of the deciding agency may be told which agencies never ask."""
YEARS = 3
ENDED = (Stage.DENIED, Stage.WITHDRAWN, Stage.REVOKED, Stage.SUPERSEDED, Stage.EXPIRED)
COLUMNS = ("year", "filed", "grants", "extensions", *(stage.value for stage in ENDED))


@dataclass(frozen=True, slots=True)
class Year:
    """One fiscal year, named by the calendar year it ends in: counts in the order of COLUMNS, None where small."""

    year: int
    counts: tuple[int | None, ...]

    def by_column(self) -> dict[str, int | None]:
        """Return the counts by column."""
        return dict(zip(COLUMNS[1:], self.counts, strict=True))


def hidden(counts: Sequence[int]) -> tuple[int | None, ...]:
    """Return `counts` with small ones None, and with the smallest other where just one was hidden.

    A row has no total, but one may be published elsewhere: it would give a single hidden number away.
    """
    told = [suppressed(count) for count in counts]
    others = [place for place, count in enumerate(told) if count]
    if told.count(None) == 1 and others:
        told[min(others, key=lambda place: counts[place])] = None
    return tuple(told)


def fiscal_year(day: date) -> int:
    """Return the federal fiscal year of a day: it begins on 1 October of the year before."""
    return day.year + (day.month >= 10)


def annual(actor: Actor) -> list[Year]:
    """Return this fiscal year and the two before, from requests in the actor's hands."""
    this = fiscal_year(timezone.localdate())
    return [Year(year, hidden(_counted(actor, year))) for year in range(this, this - YEARS, -1)]


def _counted(actor: Actor, year: int) -> list[int]:
    begins, ends = date(year - 1, 10, 1), date(year, 10, 1)
    spans = StageSpan.objects.visible_to(actor).filter(entered_at__date__gte=begins, entered_at__date__lt=ends)
    grants = Grant.objects.visible_to(actor).filter(decided_at__date__gte=begins, decided_at__date__lt=ends)
    stages = [spans.filter(stage=stage).count() for stage in ENDED]
    return [
        spans.filter(stage=Stage.SUBMITTED).count(), grants.filter(grant_kind=GrantKind.FIRST).count(),
        grants.filter(grant_kind=GrantKind.EXTENSION).count(), *stages,
    ]  # fmt: skip


def information_rate(actor: Actor) -> int | None:
    """Return of how many in a hundred requests filed in the last year DHS asked for more; None where few."""
    since = timezone.now() - PERIOD
    spans = StageSpan.objects.visible_to(actor)
    filed = set(spans.filter(stage=Stage.SUBMITTED, entered_at__gte=since).values_list("request", flat=True))
    asked = set(spans.filter(stage=Stage.INFORMATION).values_list("request", flat=True)) & filed
    if len(filed) < SMALLEST or None in hidden([len(asked), len(filed) - len(asked)]):
        return None
    return round(100 * len(asked) / len(filed))


def days_to_permit(actor: Actor) -> float | None:
    """Return the median of days from the first grant to the work permit, of the last year; None where few."""
    rows = PresenceRequest.objects.visible_to(actor).filter(permit_on__gte=timezone.localdate() - PERIOD)
    given = {pk: on for pk, on in rows.values_list("pk", "permit_on") if on is not None}
    grants = Grant.objects.visible_to(actor).filter(request__in=given, grant_kind=GrantKind.FIRST)
    days = [
        (given[request] - timezone.localdate(decided)) / timedelta(days=1)
        for request, decided in grants.values_list("request", "decided_at")
    ]
    return round(median(days), 1) if len(days) >= SMALLEST else None


def never_asked(actor: Actor) -> list[Agency]:
    """Return the agencies that asked for nothing in the last year, by name; nothing for who does not watch over it."""
    if not WATCHES & actor.roles:
        return []
    since = timezone.now() - PERIOD
    asked = PresenceRequest.objects.visible_to(actor).filter(opened_at__gte=since).values_list("owner", flat=True)
    police = Agency.objects.filter(~Q(kind=AgencyKind.SERVICE_PROVIDER), active=True).exclude(pk=actor.agency_id)
    return list(police.exclude(pk__in=set(asked)).order_by("name"))
