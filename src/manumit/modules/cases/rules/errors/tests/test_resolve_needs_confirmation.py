"""See the rule of this name."""

import pytest

from manumit.modules.cases.models import Case
from manumit.modules.cases.rules import CaseFacts
from manumit.modules.cases.rules.errors.resolve_needs_confirmation import resolve_needs_confirmation


@pytest.mark.parametrize(
    ("state", "outcome", "confirmed_by", "field"),
    [
        ("active", "", "", None),
        ("resolved", "located_safe", "Officer Vale", None),
        ("resolved", "", "Officer Vale", "outcome"),
        ("resolved", "located_safe", "  ", "confirmed_by"),
    ],
)
def test_outcome_and_officer(state, outcome, confirmed_by, field):
    finding = resolve_needs_confirmation(CaseFacts(Case(state=state, outcome=outcome, confirmed_by=confirmed_by)))
    assert (finding.fields[0] if finding else None) == field
