"""A tip goes to another agency's triage when that accepts, and not before; the giver comes back all the same."""

from dataclasses import replace

import pytest
from django.core.exceptions import ValidationError
from django.utils import timezone

from manumit.modules.tips import form_token
from manumit.modules.tips.actions.add_word import add_word
from manumit.modules.tips.actions.answer_giver import answer_giver
from manumit.modules.tips.actions.hand_over import answer_handover, offer_tip
from manumit.modules.tips.actions.link_case import link_case, unlink_case
from manumit.modules.tips.actions.move_tip import move_tip
from manumit.modules.tips.actions.read_back import conversation_of, open_tip
from manumit.modules.tips.models import Tip, TipHandover, TipMessage
from manumit.modules.tips.questions import list_handovers, takers, waiting
from manumit.spine.access import Denied, Hidden, allowed, find
from manumit.spine.audit.models import Entry
from manumit.spine.identity.actor import Actor
from manumit.spine.identity.models import Agency, Membership
from manumit.spine.records import Conflict
from manumit.spine.workflow.models import Notice
from manumit.spine.workflow.refusing import Refused

from .conftest import given, joined

WHY = "It happened in your county"
TRIAGED = {"priority": "high", "due_on": "2030-01-15"}


@pytest.fixture
def offered(alice, charlie, tip) -> TipHandover:
    """The tip, offered to Charlie's agency."""
    return offer_tip(alice, tip, other_id=charlie.agency_id, reason=WHY)


def test_nothing_changes_before_they_accept(alice, charlie, dora, tip, offered) -> None:
    with pytest.raises(Hidden):
        find(charlie, "read_summary", "tip", tip.number)
    assert find(alice, "move", "tip", tip.number).owner_id == alice.agency_id
    seen = find(charlie, "read_summary", "tip_handover", offered.number)
    assert (seen.tip_number, seen.reason, seen.danger) == (tip.number, WHY, False)
    assert {row.person_id for row in Notice.unscoped.filter(event="tip_offered")} == {charlie.person_id}
    move_tip(alice, tip, "triage", expected_version=tip.version, answers=TRIAGED)
    with pytest.raises(Hidden):
        find(dora, "read_summary", "tip_handover", offered.number)


def test_accepted_it_waits_for_triage_there_alone(alice, bob, charlie, dora, agencies, tip) -> None:
    erin = joined("erin", agencies[1], "investigator")
    move_tip(alice, tip, "triage", expected_version=tip.version, answers=TRIAGED)
    offered = offer_tip(alice, tip, other_id=charlie.agency_id, reason=WHY)
    before = timezone.now()
    answer_handover(charlie, offered, "accept", expected_version=offered.version)
    found = find(charlie, "move", "tip", tip.number)
    assert (found.owner_id, found.state, found.priority, found.due_on) == (charlie.agency_id, "received", "", None)
    assert (found.assigned_to_id, found.triage_by > before) == (None, True)
    assert [row.pk for row in waiting(charlie)] == [tip.pk]
    for actor in (alice, bob, dora, erin):
        with pytest.raises(Hidden):
            find(actor, "read_summary", "tip", tip.number)
    for verb in ("tip.handover.offer", "tip.handover.answer"):
        assert Entry.objects.filter(kind="tip", record_id=tip.pk, verb=verb).exists()


def test_the_giver_comes_back_with_the_same_secret_and_learns_where_it_is(alice, charlie, agencies, desk) -> None:
    receipt = given(desk, said={"what": "A grey van", "language": "es"})
    tip = Tip.unscoped.get(number=receipt.number)
    answer_giver(alice, tip, "Thank you")
    offered = offer_tip(alice, tip, other_id=charlie.agency_id, reason=WHY)
    answer_handover(charlie, offered, "accept", expected_version=offered.version)
    number = open_tip(receipt.number, receipt.secret)
    told = [word.text for word in conversation_of(number).words]
    assert told[0] == "Thank you"
    assert agencies[1].name in told[1]
    assert told[1].startswith("Su aviso"), "in the giver's language"
    add_word(number, "A blue car too", form_token.accept("word", form_token.issue("word")))
    answer_giver(charlie, find(charlie, "move", "tip", tip.number), "We look")
    assert [word.text for word in conversation_of(number).words][2:] == ["A blue car too", "We look"]
    assert TipMessage.unscoped.filter(tip=tip).count() == 4


def test_the_former_triage_sees_that_it_went_and_where_to(alice, charlie, tip, offered) -> None:
    answer_handover(charlie, offered, "accept", expected_version=offered.version)
    (row,) = list_handovers(alice).rows
    assert (row.number, row.tip_number, row.state, row.other_id) == (
        offered.number, tip.number, "accepted", charlie.agency_id,
    )  # fmt: skip
    for act in ("read_summary", "read_content", "read_log", "read_giver", "move", "edit"):
        assert not allowed(alice, act, Tip.unscoped.get(pk=tip.pk)), act
    assert list_handovers(replace(alice, agency_id=charlie.agency_id + 999)).rows == []
    notices = Notice.unscoped.filter(event="tip_handover_answered")
    assert {(row.person_id, row.record_number) for row in notices} == {(alice.person_id, offered.number)}


def test_only_the_receivers_triage_accepts_and_only_the_sender_takes_back(
    alice, bob, charlie, agencies, tip, offered
) -> None:
    for actor, answer in ((alice, "accept"), (alice, "decline"), (charlie, "withdraw")):
        with pytest.raises(Denied):
            answer_handover(actor, offered, answer, expected_version=1, words="No")
    for nobody in (bob, joined("erin", agencies[1], "investigator"), joined("zoe", third(), "triage")):
        with pytest.raises(Hidden):
            answer_handover(nobody, offered, "accept", expected_version=1)
    with pytest.raises(Conflict):
        answer_handover(charlie, offered, "accept", expected_version=7)
    answer_handover(alice, offered, "withdraw", expected_version=1, words="Ours after all")
    again = offer_tip(alice, tip, other_id=charlie.agency_id, reason=WHY)
    answer_handover(charlie, again, "decline", expected_version=1, words="Not ours")
    assert Tip.unscoped.get(pk=tip.pk).owner_id == alice.agency_id
    assert not TipMessage.unscoped.filter(tip=tip).exists()


def test_what_is_offered_already_decided_or_linked_is_refused(alice, charlie, dora, tip, note) -> None:
    move_tip(alice, tip, "triage", expected_version=tip.version, answers=TRIAGED)
    link = link_case(alice, tip, note, note="The depot")
    with pytest.raises(Refused, match="linked"):
        offer_tip(alice, tip, other_id=charlie.agency_id, reason=WHY)
    unlink_case(alice, link, expected_version=tip.version, reason="Another van")
    tip.refresh_from_db()
    with pytest.raises(Refused, match="why"):
        offer_tip(alice, tip, other_id=charlie.agency_id, reason=" ")
    offered = offer_tip(alice, tip, other_id=charlie.agency_id, reason=WHY)
    with pytest.raises(Refused, match="already"):
        offer_tip(alice, tip, other_id=charlie.agency_id, reason=WHY)
    with pytest.raises(Hidden):
        offer_tip(charlie, tip, other_id=alice.agency_id, reason=WHY)
    with pytest.raises(Denied):
        offer_tip(dora, tip, other_id=charlie.agency_id, reason=WHY)
    linked = link_case(dora, tip, note, note="After all")
    with pytest.raises(Refused, match="linked"):
        answer_handover(charlie, offered, "accept", expected_version=1)
    unlink_case(dora, linked, expected_version=tip.version, reason="No")
    tip.refresh_from_db()
    move_tip(alice, tip, "clear", expected_version=tip.version, reason="other", words="Done")
    offered.refresh_from_db()
    with pytest.raises(Refused, match="decided"):
        answer_handover(charlie, offered, "accept", expected_version=offered.version)


def test_an_offer_of_what_went_elsewhere_is_void(alice, charlie, tip, offered) -> None:
    Tip.unscoped.filter(pk=tip.pk).update(owner_id=third().pk)
    with pytest.raises(Refused, match="void"):
        answer_handover(charlie, offered, "accept", expected_version=1)


def test_a_tip_goes_only_to_who_triages_tips(alice, charlie, agencies, tip) -> None:
    empty, service = third(), Agency.objects.create(name="Shelter", short_name="SH", kind="service_provider")
    joined("sam", service, "triage")
    gone = joined("gil", empty, "triage")
    Membership.objects.filter(person=gone.person_id).update(active=False)
    for other in (empty.pk, service.pk, alice.agency_id, 999_999):
        with pytest.raises(ValidationError):
            offer_tip(alice, tip, other_id=other, reason=WHY)
    assert [each.pk for each in takers(alice.agency_id)] == [charlie.agency_id]
    assert TipHandover.unscoped.count() == 0


def third() -> Agency:
    """An agency beside the two."""
    return Agency.objects.create(name="Third agency", short_name="T3", kind="state")


DECISIONS = [
    # side, role, purpose, active, kind, action, allowed
    ("owner", "triage", "investigation", True, "tribal", "create", True),
    ("owner", "triage", "investigation", True, "tribal", "move", True),
    ("owner", "triage", "investigation", True, "tribal", "supervise", False),
    ("owner", "supervisor", "investigation", True, "tribal", "read_summary", False),
    ("owner", "triage", "training", True, "tribal", "read_summary", False),
    ("owner", "triage", "audit", True, "tribal", "create", False),
    ("owner", "triage", "audit", True, "tribal", "read_summary", True),
    ("other", "triage", "investigation", True, "tribal", "supervise", True),
    ("other", "triage", "investigation", True, "tribal", "move", False),
    ("other", "investigator", "investigation", True, "tribal", "read_summary", False),
    ("other", "triage", "audit", True, "tribal", "supervise", False),
    ("other", "triage", "investigation", False, "tribal", "read_summary", False),
    ("other", "triage", "investigation", True, "service_provider", "read_summary", False),
    ("third", "triage", "investigation", True, "tribal", "read_summary", False),
]


@pytest.mark.parametrize(("side", "role", "purpose", "active", "kind", "action", "expected"), DECISIONS)
def test_who_may_do_what(alice, charlie, offered, side, role, purpose, active, kind, action, expected) -> None:
    agency = {"owner": alice.agency_id, "other": charlie.agency_id, "third": charlie.agency_id + 999}[side]
    actor = Actor(1, agency, frozenset({role}), purpose, kind, active=active)
    assert bool(allowed(actor, action, offered)) is expected
