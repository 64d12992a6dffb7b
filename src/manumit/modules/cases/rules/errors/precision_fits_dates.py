"""See the function."""

from collections.abc import Callable, Mapping
from datetime import date

from django.utils.translation import gettext_lazy as _

from manumit.spine.workflow.rulebook import Finding

from ...choices import DatePrecision
from ..facts import CaseFacts

SAME: Mapping[str, Callable[[date, date], bool]] = {
    DatePrecision.EXACT: lambda one, other: one == other,
    DatePrecision.DAY: lambda one, other: one == other,
    DatePrecision.MONTH: lambda one, other: (one.year, one.month) == (other.year, other.month),
    DatePrecision.YEAR: lambda one, other: one.year == other.year,
}


def precision_fits_dates(facts: CaseFacts) -> Finding | None:
    """A known day is one day, a known month lies in one month, a known year in one year."""
    case = facts.case
    if case.last_seen_earliest_on is None or case.last_seen_latest_on is None:
        return None
    if _fits(case.last_seen_precision, case.last_seen_earliest_on, case.last_seen_latest_on):
        return None
    return Finding(
        ("last_seen_precision", "last_seen_latest_on"),
        _("The two dates are further apart than the precision says. Choose “Between two dates”."),
    )


def _fits(precision: str, earliest: date, latest: date) -> bool:
    same = SAME.get(DatePrecision(precision))
    return same is None or same(earliest, latest)
