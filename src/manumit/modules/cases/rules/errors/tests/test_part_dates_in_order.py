"""See the rule of this name."""

from datetime import date

import pytest

from manumit.modules.cases.models import Case, CaseEvent
from manumit.modules.cases.rules import PartFacts
from manumit.modules.cases.rules.errors.part_dates_in_order import part_dates_in_order

TODAY = date(2026, 3, 1)


@pytest.mark.parametrize(
    ("values", "found"),
    [
        ({}, ()),
        ({"earliest_on": date(2024, 1, 2), "latest_on": date(2024, 1, 2)}, ()),
        ({"earliest_on": date(2024, 1, 3), "latest_on": date(2024, 1, 2)}, ("earliest_on", "latest_on")),
    ],
)
def test_part_dates_in_order(values, found):
    finding = part_dates_in_order(PartFacts(Case(), CaseEvent(**values), TODAY))
    assert (finding.fields if finding else ()) == found
