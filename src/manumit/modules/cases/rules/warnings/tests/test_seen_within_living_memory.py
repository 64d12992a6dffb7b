"""See the rule of this name."""

from datetime import date

import pytest

from manumit.modules.cases.models import Case
from manumit.modules.cases.rules import CaseFacts
from manumit.modules.cases.rules.warnings.seen_within_living_memory import seen_within_living_memory


@pytest.mark.parametrize(("seen", "warned"), [(None, False), (date(1900, 1, 1), False), (date(1899, 12, 31), True)])
def test_the_year(seen, warned):
    assert bool(seen_within_living_memory(CaseFacts(Case(last_seen_earliest_on=seen)))) is warned
