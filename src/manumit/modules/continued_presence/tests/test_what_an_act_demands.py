"""Each right that marking, bearing out and sending demand, shown by refusing it alone: others often refuse with it."""

from collections.abc import Callable
from types import ModuleType
from typing import Any

import pytest

from manumit.modules.continued_presence import facts as known
from manumit.modules.continued_presence.actions import mark_fact as marking
from manumit.modules.continued_presence.actions import record_sending as sending
from manumit.modules.continued_presence.models import Mark, Sending
from manumit.modules.continued_presence.papers import BY_NAME
from manumit.modules.continued_presence.tests.answers import ALL, flat
from manumit.modules.continued_presence.tests.people import to_active
from manumit.spine.access import Hidden

pytestmark = pytest.mark.django_db
NAME = "answer.threats"


def refusing(monkeypatch: pytest.MonkeyPatch, module: ModuleType, right: str) -> None:
    """Let `module` be refused one right, and keep the others as they are."""
    really: Callable[..., Any] = vars(module)["require"]

    def require(actor: Any, action: str, record: Any) -> None:
        if action == right:
            raise Hidden
        really(actor, action, record)

    monkeypatch.setattr(module, "require", require)


@pytest.mark.parametrize("right", ["work", "group"])
def test_marking_demands(cast, complete, monkeypatch, right) -> None:
    facts = known.answer_facts(flat(ALL))
    group = next(each.group for each in facts if each.name == NAME)
    refusing(monkeypatch, marking, f"read_{group}" if right == "group" else right)
    with pytest.raises(Hidden):
        marking.mark_fact(cast["detective"], complete, NAME, "Her boss said it", facts=facts)
    assert not Mark.unscoped.exists()


@pytest.mark.parametrize("right", ["review", "group"])
def test_bearing_out_demands(cast, complete, monkeypatch, right) -> None:
    facts = known.answer_facts(flat(ALL))
    row = marking.mark_fact(cast["detective"], complete, NAME, "Her boss said it", facts=facts)
    refusing(monkeypatch, marking, f"read_{marking.group_of(NAME)}" if right == "group" else right)
    with pytest.raises(Hidden):
        marking.corroborate_fact(cast["reviewer"], row, "A neighbor saw it")
    assert Mark.unscoped.get().bars


@pytest.mark.parametrize("right", ["work", *(f"read_{group}" for group in BY_NAME["grant"].groups)])
def test_saying_what_went_out_demands(cast, complete, monkeypatch, right) -> None:
    request = to_active(cast, complete)
    refusing(monkeypatch, sending, right)
    with pytest.raises(Hidden):
        sending.record_sending(cast["intake"], request, sending.Sent("grant", "post", "PO Box 9"))
    assert not Sending.unscoped.exists()
