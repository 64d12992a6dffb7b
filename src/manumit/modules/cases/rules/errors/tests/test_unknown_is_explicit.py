"""See the rule of this name."""

from datetime import date

import pytest

from manumit.modules.cases.models import Case
from manumit.modules.cases.rules import CaseFacts
from manumit.modules.cases.rules.errors.unknown_is_explicit import unknown_is_explicit


@pytest.mark.parametrize(
    ("day", "precision", "refused"),
    [
        (None, "unknown", False),
        (date(2024, 5, 1), "day", False),
        (None, "day", True),
        (date(2024, 5, 1), "unknown", True),
    ],
)
def test_given_or_unknown_never_both_never_neither(day, precision, refused):
    case = Case(last_seen_earliest_on=day, last_seen_latest_on=day, last_seen_precision=precision)
    assert bool(unknown_is_explicit(CaseFacts(case))) is refused
