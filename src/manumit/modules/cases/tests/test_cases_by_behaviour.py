"""What was done in a case is offered for ranking to whoever may read it, of no protected case."""

import pytest

from manumit.linkage.profiles import BEHAVIOURS
from manumit.modules.cases import behaving
from manumit.modules.cases.actions.add_part import add_part
from manumit.modules.cases.models import Behaviour, Case

pytestmark = pytest.mark.django_db


def test_only_what_stands_may_be_read_and_is_not_protected(alice, charlie, case) -> None:
    for dimension, value in (("approach", "Offered work"), ("victim_circumstances", "Alone"), ("other", "Sang")):
        add_part(alice, case, "behaviours", {"dimension": dimension, "value": value}, source="A test")
    (found,) = behaving.read(alice, 10)
    assert (found.number, found.done) == (case.number, {"approach": "Offered work", "victim_risk": "Alone"})
    assert list(behaving.read(alice, 10, case.number)) == [found]
    assert list(behaving.read(alice, 10, "C-0000-000")) == list(behaving.read(charlie, 10)) == []
    Behaviour.unscoped.filter(dimension="approach").update(withdrawn_at="2026-01-01T00:00Z")
    assert next(iter(behaving.read(alice, 10))).done == {"victim_risk": "Alone"}
    Case.unscoped.update(protected=True)
    assert list(behaving.read(alice, 10)) == list(behaving.read(alice, 10, case.number)) == []


def test_every_dimension_that_is_compared_is_one_of_the_librarys() -> None:
    assert set(behaving.COMPARED.values()) <= set(BEHAVIOURS)
    assert set(behaving.TITLES) == set(behaving.COMPARED.values())
