"""Triage alone sees what waits; what it passes on is worked on, linked, answered, rewarded; nobody is a suspect."""

from datetime import timedelta

import pytest
from django.apps import apps
from django.core.exceptions import ValidationError
from django.utils import timezone

from manumit.modules.tips.actions.answer_giver import answer_giver
from manumit.modules.tips.actions.arrival import Arrival
from manumit.modules.tips.actions.give_to import give_to
from manumit.modules.tips.actions.link_case import link_case, unlink_case
from manumit.modules.tips.actions.look_at_tip import look_at_tip
from manumit.modules.tips.actions.move_tip import move_reward, move_tip
from manumit.modules.tips.actions.read_back import conversation_of
from manumit.modules.tips.actions.record_tip import record_tip
from manumit.modules.tips.actions.sealed_groups import record_giver, record_payment, reveal
from manumit.modules.tips.clocks import TRIAGE
from manumit.modules.tips.manifest import MANIFEST
from manumit.modules.tips.models import Tip, TipCase, TipDesk, TipMessage
from manumit.modules.tips.questions import Narrowing, counts, list_tips, waiting
from manumit.spine.access import Denied, Hidden
from manumit.spine.audit.models import Entry
from manumit.spine.identity.models import Membership
from manumit.spine.matching.linkable import Linkable
from manumit.spine.records import Conflict, registry
from manumit.spine.records.askable import Askable
from manumit.spine.records.models import SealedValue
from manumit.spine.workflow import NotNow
from manumit.spine.workflow.models import ClockSetting, Notice
from manumit.spine.workflow.refusing import Refused

from .conftest import GIVER, SAID, given

TODAY = timezone.localdate()


def triaged(alice, tip: Tip) -> Tip:
    """Triage a tip."""
    answers = {"priority": "high", "due_on": TODAY}
    return move_tip(alice, tip, "triage", expected_version=tip.version, answers=answers)


def step(actor, tip: Tip, name: str, reason: str = "other", **answers) -> Tip:
    """Take a step with a reason in words."""
    words = "As told" if reason == "other" else ""
    return move_tip(actor, tip, name, expected_version=tip.version, reason=reason, words=words, answers=answers)


def test_nobody_but_triage_sees_what_waits(tip, alice, bob, dora, charlie):
    assert [each.number for each in waiting(alice)] == [tip.number]
    for stranger in (bob, dora, charlie):
        assert waiting(stranger) == list_tips(stranger, Narrowing()).rows == []
        with pytest.raises(Hidden):
            look_at_tip(stranger, tip)
        with pytest.raises(Hidden):
            move_tip(stranger, tip, "triage", expected_version=1, answers={"priority": "high", "due_on": TODAY})
    triaged(alice, tip)
    assert waiting(alice) == []
    assert [each.number for each in list_tips(dora, Narrowing()).rows] == [tip.number]
    assert list_tips(charlie, Narrowing()).rows == []
    look_at_tip(dora, tip)


def test_spam_goes_back_behind_triage_and_is_never_deleted(tip, alice, dora):
    triaged(alice, tip)
    step(alice, tip, "spam", "nonsense")
    assert list_tips(dora, Narrowing()).rows == []
    assert (tip.state, tip.priority, tip.due_on) == ("spam", "", None)
    step(alice, tip, "not_spam", "")
    assert [each.number for each in waiting(alice)] == [tip.number]


def test_danger_comes_first_and_the_rest_by_the_clock(desk, alice):
    old, danger = given(desk), given(desk, danger="yes")
    assert [each.number for each in waiting(alice)] == [danger.number, old.number]
    first = Tip.unscoped.get(number=old.number)
    assert first.triage_by - first.opened_at == timedelta(hours=24)
    ClockSetting.objects.create(
        agency_id=alice.agency_id, clock=TRIAGE.name, limit={"unit": "hours", "amount": 2}, citation="Order 7",
        effective_on=TODAY - timedelta(days=1), set_by_id=alice.person_id,
    )  # fmt: skip
    later = Tip.unscoped.get(number=given(desk).number)
    assert later.triage_by - later.opened_at == timedelta(hours=2)


def test_the_table_demands_what_it_asks(tip, alice, dora):
    with pytest.raises(ValidationError):
        move_tip(alice, tip, "triage", expected_version=tip.version)
    triaged(alice, tip)
    with pytest.raises(NotNow, match="linked to no case"):
        step(dora, tip, "develop")
    with pytest.raises(Conflict):
        move_tip(dora, tip, "clear", expected_version=1, reason="other", words="x")
    with pytest.raises(Denied):
        step(dora, tip, "spam", "nonsense")
    with pytest.raises(Refused, match="automatically"):
        move_tip(None, tip, "clear", expected_version=tip.version)
    step(dora, tip, "clear")
    step(dora, tip, "reopen", due_on=TODAY)
    assert tip.state == "pending"


def test_a_tip_is_linked_to_a_case_and_the_link_taken_away(tip, alice, dora, charlie, note):
    triaged(alice, tip)
    link = link_case(dora, tip, note, note="The same depot")
    assert [each.number for each in list_tips(dora, Narrowing(case=("note", note.pk))).rows] == [tip.number]
    with pytest.raises(Refused, match="already"):
        link_case(dora, tip, note, note="Again")
    with pytest.raises(Refused, match="why"):
        link_case(dora, tip, note, note=" ")
    with pytest.raises(Hidden):
        link_case(charlie, tip, note, note="x")
    assert TipCase.objects.visible_to(charlie).count() == 0
    step(dora, tip, "develop")
    unlink_case(dora, link, expected_version=tip.version, reason="Another depot")
    assert list_tips(dora, Narrowing(case=("note", note.pk))).rows == []
    with pytest.raises(Refused, match="already"):
        unlink_case(dora, link, expected_version=tip.version, reason="Again")


def test_a_duplicate_names_another_tip_of_the_agency(desk, tip, alice, charlie):
    other = given(desk)
    for wrong in (tip.number, "T-0000-000", "nonsense"):
        with pytest.raises(ValidationError, match="no other tip"):
            step(alice, tip, "duplicate", "", duplicate_of=wrong)
    step(alice, tip, "duplicate", "", duplicate_of=other.number.lower())
    assert tip.duplicate_of == other.number


def test_another_agencys_tip_is_no_duplicate_whether_there_or_not(tip, alice, charlie):
    theirs = given(TipDesk.objects.create(agency_id=charlie.agency_id, address="south"))
    with pytest.raises(ValidationError, match="no other tip"):
        step(alice, tip, "duplicate", "", duplicate_of=theirs.number)


def test_the_giver_reads_the_answer_and_no_name(tip, alice, bob, dora):
    with pytest.raises(Hidden):
        answer_giver(dora, tip, "Thank you")
    with pytest.raises(Refused):
        answer_giver(alice, tip, " ")
    answer_giver(alice, tip, "Did you see the plate?")
    read = conversation_of(tip.number)
    assert [(word.text, word.from_giver) for word in read.words] == [("Did you see the plate?", False)]
    assert "Alice" not in str(read)
    assert TipMessage.objects.visible_to(bob).count() == 0


def test_unread_words_are_read_by_triage_alone(tip, alice, dora):
    triaged(alice, tip)
    Tip.unscoped.filter(pk=tip.pk).update(unread=2)
    for reader, left in ((dora, 2), (alice, 0)):
        tip.refresh_from_db()
        look_at_tip(reader, tip)
        tip.refresh_from_db()
        assert tip.unread == left


def test_it_is_given_to_somebody_who_may_work_on_it(tip, alice, dora, charlie):
    member = Membership.objects.get(person=dora.person_id)
    with pytest.raises(Refused, match="pending"):
        give_to(alice, tip, member, expected_version=tip.version)
    triaged(alice, tip)
    with pytest.raises(Refused, match="do not act"):
        give_to(alice, tip, Membership.objects.get(person=charlie.person_id), expected_version=tip.version)
    give_to(alice, tip, member, expected_version=tip.version, due_on=TODAY - timedelta(days=1))
    assert Notice.unscoped.filter(person=dora.person_id, event="tip_given").count() == 1
    assert (counts(dora)["mine"], counts(dora)["due"], counts(charlie)["mine"]) == (1, 1, 0)
    assert [each.number for each in list_tips(dora, Narrowing(mine=True)).rows] == [tip.number]


def test_an_officer_writes_a_tip_down_and_does_not_see_it_until_triage(desk, alice, dora, charlie):
    told = record_tip(dora, Arrival("phone", SAID, GIVER))
    tip = Tip.unscoped.get(number=told.number)
    assert (tip.owner_id, tip.channel, tip.anonymous) == (dora.agency_id, "phone", False)
    assert list_tips(dora, Narrowing()).rows == []
    assert [each.number for each in waiting(alice)] == [told.number]
    assert SealedValue.objects.filter(record_id=tip.pk, group="giver").count() == len(GIVER)


def test_a_reward_is_approved_only_with_its_payee_sealed(tip, alice, bob, dora):
    why = {"reason": "other", "words": "It led to her"}
    with pytest.raises(Hidden):
        move_reward(bob, tip, "eligible", expected_version=tip.version, **why)
    triaged(alice, tip)
    with pytest.raises(Denied):
        move_reward(dora, tip, "eligible", expected_version=tip.version, **why)
    with pytest.raises(Refused, match="first"):
        record_payment(bob, tip, {"payee": tip.number, "amount": "500"}, expected_version=tip.version)
    move_reward(bob, tip, "eligible", expected_version=tip.version, **why)
    with pytest.raises(NotNow, match="who is to be paid"):
        move_reward(bob, tip, "approve", expected_version=tip.version, **why)
    with pytest.raises(Refused, match="amount"):
        record_payment(bob, tip, {"payee": tip.number}, expected_version=tip.version)
    record_payment(bob, tip, {"payee": "Aunt May", "amount": "500"}, expected_version=tip.version)
    for name, reasons in (("approve", why), ("pay", {})):
        move_reward(bob, tip, name, expected_version=tip.version, **reasons)
    assert tip.reward == "paid"
    assert "Aunt May" not in str(Tip.unscoped.values().get())


def test_who_gave_it_is_sealed_later_too(tip, alice, dora):
    triaged(alice, tip)
    with pytest.raises(Denied):
        record_giver(dora, tip, {"name": "Aunt May"}, expected_version=tip.version)
    record_giver(alice, tip, {"name": "Aunt May"}, expected_version=tip.version)
    tip.refresh_from_db()
    assert tip.anonymous is False
    with pytest.raises(Refused, match="Nothing"):
        record_giver(alice, tip, {"name": " "}, expected_version=tip.version)


def test_only_a_supervisor_seals_who_is_paid(tip, alice, bob, dora):
    triaged(alice, tip)
    move_reward(bob, tip, "eligible", expected_version=tip.version, reason="other", words="It led to her")
    for other in (alice, dora):
        with pytest.raises(Denied):
            record_payment(other, tip, {"payee": "Aunt May", "amount": "500"}, expected_version=tip.version)
    assert not SealedValue.objects.filter(record_id=tip.pk, group="payment").exists()


def test_who_may_not_read_what_is_sealed_leaves_no_leaf_of_a_reading(desk, alice, dora):
    tip = Tip.unscoped.get(number=given(desk, giver=GIVER.items()).number)
    triaged(alice, tip)
    with pytest.raises(Denied):
        reveal(dora, tip, "giver", "To call her")
    for group in ("giver", "payment"):
        with pytest.raises((Refused, Denied)):
            reveal(alice, tip, group, " ")
    with pytest.raises(Refused, match="what you need"):
        reveal(alice, tip, "giver", " ")
    assert not Entry.objects.filter(kind="tip", record_id=tip.pk, verb="tip.sealed.reveal").exists()


def counted() -> dict[str, int]:
    """Return how many rows each table has, but for those of tips and what the spine keeps of every step."""
    ours = [model for model in apps.get_models() if model.__module__.startswith("manumit.")]
    kept = ("tips.", "audit.", "records.", "workflow.", "jobs.")
    others = [model for model in ours if not model._meta.label_lower.startswith(kept)]
    return {model._meta.label: getattr(model, "unscoped", model._default_manager).count() for model in others}


def test_a_tip_makes_nobody_a_suspect_nor_anything_else(desk, alice, bob, dora, note):
    """Whatever becomes of it: no row is made in any table but those of tips themselves, and of the log and notices."""
    counted()  # what is made with the first look is made
    before = counted()
    tip = Tip.unscoped.get(number=given(desk, giver=GIVER.items()).number)
    told = record_tip(dora, Arrival("phone", {**SAID, "people": "Edgar Marlow, 38, drives 7KX 402"}, GIVER))
    triaged(alice, tip)
    link_case(dora, tip, note, note="The same depot")
    give_to(alice, tip, Membership.objects.get(person=dora.person_id), expected_version=tip.version, due_on=TODAY)
    step(dora, tip, "develop")
    why = {"reason": "other", "words": "It led to her"}
    move_reward(bob, tip, "eligible", expected_version=tip.version, **why)
    other = Tip.unscoped.get(number=told.number)
    triaged(alice, other)
    step(alice, other, "duplicate", "", duplicate_of=tip.number)
    assert counted() == before


def test_no_tip_is_asked_for_nor_matched():
    """Neither an inquiry nor the search for links meets one: what somebody told is not what an agency holds."""
    offered = [*registry.providers(Askable), *registry.providers(Linkable), *MANIFEST.providers]
    assert Tip.kind not in {offer.kind for offer in offered if isinstance(offer, Askable | Linkable)}
