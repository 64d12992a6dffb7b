"""See the rule of this name."""

from datetime import date

import pytest

from manumit.modules.cases.models import Case, Vehicle
from manumit.modules.cases.rules import PartFacts
from manumit.modules.cases.rules.errors.years_in_order import years_in_order

TODAY = date(2026, 3, 1)


@pytest.mark.parametrize(
    ("values", "found"),
    [
        ({}, ()),
        ({"year_min": 1999, "year_max": 2028}, ()),
        ({"year_min": 2000, "year_max": 1999}, ("year_min", "year_max")),
        ({"year_max": 1884}, ("year_min", "year_max")),
        ({"year_min": 2029}, ("year_min", "year_max")),
    ],
)
def test_years_in_order(values, found):
    finding = years_in_order(PartFacts(Case(), Vehicle(**values), TODAY))
    assert (finding.fields if finding else ()) == found
