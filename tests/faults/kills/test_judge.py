"""The drill's judgement of tips: what was acknowledged and is gone, half there or there twice does not pass."""

import pytest
from django.db import connections

from manumit.modules.tips import form_token
from manumit.modules.tips.actions.add_word import add_word
from manumit.modules.tips.actions.arrival import Arrival
from manumit.modules.tips.actions.receive_tip import receive_tip
from manumit.modules.tips.models import Tip, TipDesk, TipKey, TipMessage
from manumit.spine.identity.choices import AgencyKind
from manumit.spine.identity.models import Agency
from manumit.spine.records.models import RecordHistory

from . import judge
from .deeds import Ledger

pytestmark = pytest.mark.django_db


@pytest.fixture
def ledger(monkeypatch) -> Ledger:
    """One tip with a word, both acknowledged; the judge reads within this test's transaction."""
    monkeypatch.setattr(judge, "connections", {"owner": connections["default"]})
    agency = Agency.objects.create(name="Drill Police", short_name="DP", kind=AgencyKind.TRIBAL)
    desk = TipDesk.objects.create(agency=agency, address="judged")
    receipt = receive_tip(desk, Arrival("public", {"what": "a van"}, {"name": "Somebody"}), _form("tip"))
    add_word(receipt.number, "a second van", _form("word"))
    return Ledger(tips={"a van": receipt.number}, words={"a second van": receipt.number})


def _form(use: str) -> form_token.FormToken:
    return form_token.accept(use, form_token.issue(use))


def _again(tip: Tip) -> None:
    desk = TipDesk.objects.get(agency=tip.owner_id)
    receive_tip(desk, Arrival("public", {"what": "a van"}, {"name": "Somebody"}), _form("tip"))


def test_what_stands_is_not_missed(ledger) -> None:
    assert judge.lost(ledger) == []
    assert judge.broken_rules() == []


def test_a_word_that_is_gone_is_missed(ledger) -> None:
    TipMessage.unscoped.filter(tip__number=ledger.tips["a van"]).update(text="another")
    assert judge.lost(ledger) == [f"word of {ledger.tips['a van']}"]


def test_a_tip_that_was_acknowledged_and_does_not_stand_is_missed(ledger) -> None:
    ledger.tips["never kept"] = "T-0000-000"
    assert judge.lost(ledger) == ["tip T-0000-000"]


@pytest.mark.parametrize(
    ("breaks", "said"),
    [
        (lambda tip: TipKey.objects.filter(tip=tip).delete(), "a tip without its key"),
        (_again, "a tip or word kept twice"),
    ],
)
def test_what_is_half_done_or_done_twice_is_found(ledger, breaks, said) -> None:
    breaks(Tip.unscoped.get(number=ledger.tips["a van"]))
    assert any(said in line for line in judge.broken_rules())


def test_a_version_without_its_leaf_is_found(ledger) -> None:
    tip = Tip.unscoped.get(number=ledger.tips["a van"])
    RecordHistory.objects.create(kind="tip", record_id=tip.pk, version=9, verb="tip.word.add", changes={})
    assert any("versions and leaves" in line for line in judge.broken_rules())
