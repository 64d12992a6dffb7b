"""See the rule of this name."""

from decimal import Decimal

import pytest

from manumit.modules.cases.models import Case, CasePerson
from manumit.modules.cases.rules import CaseFacts
from manumit.modules.cases.rules.errors.measures_sane import measures_sane


@pytest.mark.parametrize(
    ("values", "found"),
    [
        ({}, ()),
        ({"height_min": Decimal(60), "height_max": Decimal(64)}, ()),
        ({"height_min": Decimal(65), "height_max": Decimal(64)}, ("height_min", "height_max")),
        ({"height_max": Decimal(109)}, ("height_min", "height_max")),
        ({"weight_min": Decimal(-1)}, ("weight_min", "weight_max")),
    ],
)
def test_measures(values, found):
    finding = measures_sane(CaseFacts(Case(), [CasePerson(), CasePerson(**values)]))
    assert (finding.fields if finding else ()) == found
