"""See the rule of this name."""

from datetime import date

import pytest

from manumit.modules.cases.models import Case
from manumit.modules.cases.rules import CaseFacts
from manumit.modules.cases.rules.errors.dates_in_order import dates_in_order

FIRST, SECOND, THIRD = date(2024, 5, 1), date(2024, 5, 2), date(2024, 5, 3)


@pytest.mark.parametrize(
    ("earliest", "latest", "reported", "field"),
    [
        (FIRST, SECOND, THIRD, None),
        (FIRST, FIRST, FIRST, None),
        (None, None, None, None),
        (None, None, FIRST, None),
        (SECOND, FIRST, None, "last_seen_latest_on"),
        (SECOND, THIRD, FIRST, "reported_on"),
        (FIRST, FIRST, date(2024, 5, 5), "reported_on"),
    ],
)
def test_each_order(earliest, latest, reported, field):
    case = Case(last_seen_earliest_on=earliest, last_seen_latest_on=latest, reported_on=reported)
    finding = dates_in_order(CaseFacts(case, today=THIRD))
    assert (finding.fields[0] if finding else None) == field
