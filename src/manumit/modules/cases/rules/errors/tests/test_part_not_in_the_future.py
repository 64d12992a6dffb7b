"""See the rule of this name."""

from datetime import date

import pytest

from manumit.modules.cases.models import Biometric, Case
from manumit.modules.cases.rules import PartFacts
from manumit.modules.cases.rules.errors.part_not_in_the_future import part_not_in_the_future

TODAY = date(2026, 3, 1)


@pytest.mark.parametrize(
    ("values", "found"),
    [
        ({}, ()),
        ({"taken_on": TODAY}, ()),
        ({"taken_on": date(2026, 3, 2)}, ("taken_on",)),
    ],
)
def test_part_not_in_the_future(values, found):
    finding = part_not_in_the_future(PartFacts(Case(), Biometric(**values), TODAY))
    assert (finding.fields if finding else ()) == found
