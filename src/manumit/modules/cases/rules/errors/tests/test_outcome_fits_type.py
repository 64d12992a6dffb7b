"""See the rule of this name."""

import pytest

from manumit.modules.cases.models import Case
from manumit.modules.cases.rules import CaseFacts
from manumit.modules.cases.rules.errors.outcome_fits_type import outcome_fits_type


@pytest.mark.parametrize(
    ("case_type", "outcome", "refused"),
    [
        ("missing", "located_safe", False),
        ("missing", "identified", True),
        ("unidentified_remains", "identified", False),
        ("unidentified_remains", "located_safe", True),
        ("homicide", "cleared_arrest", False),
        ("homicide", "returned_voluntarily", True),
        ("trafficking_sex", "", False),
    ],
)
def test_type_and_outcome(case_type, outcome, refused):
    assert bool(outcome_fits_type(CaseFacts(Case(case_type=case_type, outcome=outcome)))) is refused
