"""See the rule of this name."""

from datetime import date

import pytest

from manumit.modules.cases.models import Case, Remains
from manumit.modules.cases.rules import PartFacts
from manumit.modules.cases.rules.errors.interval_has_its_unit import interval_has_its_unit

TODAY = date(2026, 3, 1)


@pytest.mark.parametrize(
    ("values", "found"),
    [
        ({}, ()),
        ({"interval": 0, "interval_unit": "days"}, ()),
        ({"interval": 3}, ("interval", "interval_unit")),
        ({"interval_unit": "days"}, ()),
        ({"interval": 0}, ("interval", "interval_unit")),
    ],
)
def test_interval_has_its_unit(values, found):
    finding = interval_has_its_unit(PartFacts(Case(), Remains(**values), TODAY))
    assert (finding.fields if finding else ()) == found
