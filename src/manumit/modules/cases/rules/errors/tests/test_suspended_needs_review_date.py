"""See the rule of this name."""

from datetime import date

import pytest

from manumit.modules.cases.models import Case
from manumit.modules.cases.rules import CaseFacts
from manumit.modules.cases.rules.errors.suspended_needs_review_date import suspended_needs_review_date


@pytest.mark.parametrize(
    ("state", "review", "refused"),
    [("suspended", None, True), ("suspended", date(2025, 1, 1), False), ("active", None, False)],
)
def test_review_date(state, review, refused):
    assert bool(suspended_needs_review_date(CaseFacts(Case(state=state, review_on=review)))) is refused
