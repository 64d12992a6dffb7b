"""See the rule of this name."""

import pytest

from manumit.modules.cases.models import Case
from manumit.modules.cases.rules import CaseFacts
from manumit.modules.cases.rules.warnings.resolved_person_may_be_protected import resolved_person_may_be_protected


@pytest.mark.parametrize(
    ("outcome", "reason", "warned"),
    [("located_safe", "Staying with an aunt", True), ("located_safe", "", False), ("declined", "By letter", False)],
)
def test_where_the_living_are(outcome, reason, warned):
    assert bool(resolved_person_may_be_protected(CaseFacts(Case(outcome=outcome), reason=reason))) is warned
