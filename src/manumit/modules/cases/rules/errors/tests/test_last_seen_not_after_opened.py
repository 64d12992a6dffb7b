"""See the rule of this name."""

from datetime import UTC, date, datetime

import pytest

from manumit.modules.cases.models import Case
from manumit.modules.cases.rules import CaseFacts
from manumit.modules.cases.rules.errors.last_seen_not_after_opened import last_seen_not_after_opened

OPENED = datetime(2024, 5, 3, 2, 0, tzinfo=UTC)


@pytest.mark.parametrize(
    ("seen", "refused"),
    [(None, False), (date(2024, 5, 3), False), (date(2024, 5, 4), False), (date(2024, 5, 5), True)],
)
def test_a_day_of_slack_for_time_zones(seen, refused):
    facts = CaseFacts(Case(opened_at=OPENED, last_seen_earliest_on=seen))
    assert bool(last_seen_not_after_opened(facts)) is refused


def test_a_case_not_yet_open_is_opened_today():
    facts = CaseFacts(Case(last_seen_earliest_on=date(2024, 5, 9)), today=date(2024, 5, 3))
    assert last_seen_not_after_opened(facts)
