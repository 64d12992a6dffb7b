"""See the rule of this name."""

from datetime import date

import pytest

from manumit.modules.cases.models import Case, CasePerson
from manumit.modules.cases.rules import CaseFacts
from manumit.modules.cases.rules.warnings.age_agrees_with_birth import age_agrees_with_birth


@pytest.mark.parametrize(
    ("birth", "lower", "upper", "warned"),
    [
        ("2007", 17, None, False),
        ("2007-11-03", 16, None, False),
        ("2000", 17, None, True),
        ("2000-01", 17, 25, False),
        ("", 17, None, False),
        ("2000", None, None, False),
    ],
)
def test_age_against_birth(birth, lower, upper, warned):
    people = [CasePerson(birth=birth, age_min=lower, age_max=upper)]
    facts = CaseFacts(Case(last_seen_earliest_on=date(2024, 5, 1)), people)
    assert bool(age_agrees_with_birth(facts)) is warned
