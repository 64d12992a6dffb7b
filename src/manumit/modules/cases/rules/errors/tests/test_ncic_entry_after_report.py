"""See the rule of this name."""

from datetime import date

import pytest

from manumit.modules.cases.models import Case
from manumit.modules.cases.rules import CaseFacts
from manumit.modules.cases.rules.errors.ncic_entry_after_report import ncic_entry_after_report


@pytest.mark.parametrize(
    ("reported", "entered", "refused"),
    [(None, 2, False), (2, None, False), (2, 2, False), (2, 3, False), (3, 2, True)],
)
def test_days(reported, entered, refused):
    days = [day and date(2026, 3, day) for day in (reported, entered)]
    facts = CaseFacts(Case(reported_on=days[0], ncic_entered_on=days[1]))
    assert bool(ncic_entry_after_report(facts)) is refused
