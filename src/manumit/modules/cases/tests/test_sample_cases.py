"""Invented cases: the same for the same seed, sound by every rule, with their leaves."""

import pytest

from manumit.modules.cases.actions.load_sample import count_sample, load_sample
from manumit.modules.cases.models import Case
from manumit.modules.cases.rules import CASE_RULES, CaseFacts
from manumit.modules.cases.sample.inventing import invent
from manumit.spine.audit.models import Entry
from manumit.spine.records import sealed
from manumit.spine.records.models import SealedValue


def test_the_same_seed_invents_the_same_case():
    one, other = invent(7, 41), invent(7, 41)
    assert (one.case.subject_name, one.case.opened_at) == (other.case.subject_name, other.case.opened_at)
    assert invent(8, 41).case.opened_at != one.case.opened_at


def test_every_case_keeps_every_rule():
    for index in range(2000):
        each = invent(7, index)
        each.case.clean_fields(exclude=["owner", "number", "provenance"])
        assert not CASE_RULES.refused(CaseFacts(each.case, each.people)), index


@pytest.mark.django_db
def test_they_are_loaded_once_with_their_leaves(alice, charlie):
    assert load_sample([alice, charlie], 300) == 300
    assert load_sample([alice, charlie], 300) == 0
    assert count_sample() == 300
    mine = Case.objects.visible_to(alice).filter(owner_id=alice.agency_id).count()
    assert 0 < mine < 300
    assert Entry.objects.filter(verb="case.open").count() == 300
    assert 3 < SealedValue.objects.count() < 40


@pytest.mark.committed
def test_sealed_whereabouts_can_be_read(alice, monkeypatch):
    monkeypatch.setattr("manumit.spine.audit.sealed_reads_open", lambda: True)
    load_sample([alice], 120)
    hidden = SealedValue.objects.first()
    case = Case.objects.visible_to(alice).get(pk=hidden.record_id)
    assert "asks that nobody be told" in sealed.read(alice, case, "whereabouts")["place"]
