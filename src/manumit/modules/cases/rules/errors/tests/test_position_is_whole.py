"""See the rule of this name."""

from datetime import date

import pytest

from manumit.modules.cases.models import Case, CasePlace
from manumit.modules.cases.rules import PartFacts
from manumit.modules.cases.rules.errors.position_is_whole import position_is_whole

TODAY = date(2026, 3, 1)


@pytest.mark.parametrize(
    ("values", "found"),
    [
        ({}, ()),
        ({"latitude": 45.0, "longitude": -107.5}, ()),
        ({"latitude": 45.0}, ("latitude", "longitude")),
        ({"latitude": 90.5, "longitude": 0.0}, ("latitude", "longitude")),
    ],
)
def test_position_is_whole(values, found):
    finding = position_is_whole(PartFacts(Case(), CasePlace(**values), TODAY))
    assert (finding.fields if finding else ()) == found
