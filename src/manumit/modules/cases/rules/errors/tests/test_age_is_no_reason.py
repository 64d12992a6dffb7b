"""See the rule of this name."""

import pytest

from manumit.modules.cases.models import Case
from manumit.modules.cases.rules import CaseFacts
from manumit.modules.cases.rules.errors.age_is_no_reason import age_is_no_reason


@pytest.mark.parametrize(
    ("reason", "refused"),
    [
        ("", False),
        ("No leads since June", False),
        ("Laboratory result expected at 21 days", False),
        ("She turned 18 in May", True),
        ("aged out", True),
        ("subject is now an adult", True),
        ("Cumplió 18 años", True),
        ("ya es mayor de edad", True),
    ],
)
def test_reaching_an_age_is_refused(reason, refused):
    assert bool(age_is_no_reason(CaseFacts(Case(), reason=reason))) is refused
