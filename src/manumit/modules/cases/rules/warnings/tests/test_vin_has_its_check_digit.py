"""See the rule of this name."""

from datetime import date

import pytest

from manumit.modules.cases.models import Case, Vehicle
from manumit.modules.cases.rules import PartFacts
from manumit.modules.cases.rules.warnings.vin_has_its_check_digit import vin_has_its_check_digit

TODAY = date(2026, 3, 1)


@pytest.mark.parametrize(
    ("values", "found"),
    [
        ({}, ()),
        ({"vin": "1M8GDM9AXKP042788"}, ()),
        ({"vin": "1m8gdm9axkp042788"}, ()),
        ({"vin": "1M8GDM9A1KP042788"}, ("vin",)),
        ({"vin": "1M8GDM9AXKPO42788"}, ("vin",)),
        ({"vin": "SHORT"}, ()),
    ],
)
def test_vin_has_its_check_digit(values, found):
    finding = vin_has_its_check_digit(PartFacts(Case(), Vehicle(**values), TODAY))
    assert (finding.fields if finding else ()) == found
