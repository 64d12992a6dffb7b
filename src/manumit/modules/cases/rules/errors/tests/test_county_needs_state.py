"""See the rule of this name."""

import pytest

from manumit.modules.cases.models import Case
from manumit.modules.cases.rules import CaseFacts
from manumit.modules.cases.rules.errors.county_needs_state import county_needs_state


@pytest.mark.parametrize(
    ("county", "state", "refused"), [("", "ZZ", False), ("Big Horn", "MT", False), ("Big Horn", "ZZ", True)]
)
def test_county_and_state(county, state, refused):
    facts = CaseFacts(Case(last_seen_county=county, last_seen_state=state))
    assert bool(county_needs_state(facts)) is refused
