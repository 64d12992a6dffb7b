"""The demonstration's evidence comes through the actions, once, and none where there is no case."""

from manumit.modules.evidence.actions import load_sample as sample
from manumit.modules.evidence.models import CustodyStep, EvidenceItem


def test_no_case_no_evidence(alice):
    assert sample.load_sample([alice], 3) == 0
    assert sample.count_sample() == 0


def test_items_go_through_hands_and_come_once(alice, note, monkeypatch):
    monkeypatch.setattr(sample, "_case", lambda actor, index: note)
    assert sample.load_sample([alice], 99) == sample.MOST
    assert sample.load_sample([alice], 99) == 0
    assert set(EvidenceItem.unscoped.values_list("state", flat=True)) == {"held", "out"}
    assert CustodyStep.unscoped.count() > sample.MOST
