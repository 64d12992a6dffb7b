"""See the rule of this name."""

import pytest

from manumit.modules.cases.models import Case
from manumit.modules.cases.rules import CaseFacts
from manumit.modules.cases.rules.warnings.deceased_needs_remains import deceased_needs_remains


@pytest.mark.parametrize(
    ("case_type", "outcome", "warned"),
    [
        ("missing", "located_deceased", True),
        ("missing", "located_safe", False),
        ("homicide", "located_deceased", False),
    ],
)
def test_a_missing_person_found_dead(case_type, outcome, warned):
    assert bool(deceased_needs_remains(CaseFacts(Case(case_type=case_type, outcome=outcome)))) is warned
