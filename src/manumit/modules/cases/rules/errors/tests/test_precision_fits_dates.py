"""See the rule of this name."""

from datetime import date

import pytest

from manumit.modules.cases.models import Case
from manumit.modules.cases.rules import CaseFacts
from manumit.modules.cases.rules.errors.precision_fits_dates import precision_fits_dates

START = date(2024, 5, 1)


@pytest.mark.parametrize(
    ("precision", "latest", "refused"),
    [
        ("exact", START, False),
        ("day", date(2024, 5, 2), True),
        ("month", date(2024, 5, 31), False),
        ("month", date(2024, 6, 1), True),
        ("year", date(2024, 12, 31), False),
        ("year", date(2025, 1, 1), True),
        ("range", date(2030, 1, 1), False),
        ("approximate", date(2024, 6, 1), False),
        ("day", None, False),
    ],
)
def test_how_far_apart(precision, latest, refused):
    case = Case(last_seen_earliest_on=START, last_seen_latest_on=latest, last_seen_precision=precision)
    assert bool(precision_fits_dates(CaseFacts(case))) is refused
