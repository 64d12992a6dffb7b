"""See the rule of this name."""

import pytest

from manumit.modules.cases.models import Case, CasePerson
from manumit.modules.cases.rules import CaseFacts
from manumit.modules.cases.rules.warnings.missing_case_has_its_person import missing_case_has_its_person


@pytest.mark.parametrize(
    ("case_type", "roles", "warned"),
    [
        ("missing", ["missing"], False),
        ("missing", ["witness"], True),
        ("unidentified_remains", ["decedent_unidentified"], False),
        ("homicide", [], True),
        ("unknown", [], False),
    ],
)
def test_who_the_case_is_about(case_type, roles, warned):
    people = [CasePerson(role=role) for role in roles]
    assert bool(missing_case_has_its_person(CaseFacts(Case(case_type=case_type), people))) is warned
