"""See the rule of this name."""

from decimal import Decimal

import pytest

from manumit.modules.cases.models import Case, CasePerson
from manumit.modules.cases.rules import CaseFacts
from manumit.modules.cases.rules.errors.age_range_sane import age_range_sane


@pytest.mark.parametrize(
    ("lower", "upper", "refused"),
    [
        (None, None, False),
        ("0.25", "0.5", False),
        ("30", None, False),
        (None, "40", False),
        ("40", "30", True),
        ("-1", "3", True),
        ("20", "125.01", True),
    ],
)
def test_ages(lower, upper, refused):
    ages = [None if age is None else Decimal(age) for age in (lower, upper)]
    facts = CaseFacts(Case(), [CasePerson(age_min=1, age_max=2), CasePerson(age_min=ages[0], age_max=ages[1])])
    assert bool(age_range_sane(facts)) is refused
