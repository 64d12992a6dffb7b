"""No hand is skipped: not by an action, and not by whoever writes to the database."""

from datetime import timedelta
from itertools import pairwise

import pytest
from django.db import IntegrityError, connection, transaction
from django.utils import timezone
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from manumit.modules.evidence.actions.break_seal import break_seal
from manumit.modules.evidence.actions.collect_item import Collected, collect_item
from manumit.modules.evidence.actions.edit_item import edit_item
from manumit.modules.evidence.actions.hand_over import Handover, hand_over
from manumit.modules.evidence.actions.record_result import Reported, record_result
from manumit.modules.evidence.actions.seal_item import seal_item
from manumit.modules.evidence.actions.set_keeping import set_keeping
from manumit.modules.evidence.actions.submit_to_lab import submit_to_lab
from manumit.modules.evidence.choices import HandKind
from manumit.modules.evidence.custody_table import targets
from manumit.modules.evidence.hand import Hand
from manumit.modules.evidence.models import CustodyStep, EvidenceItem, LabSubmission, Seal
from manumit.spine import audit
from manumit.spine.access import Denied, Hidden
from manumit.spine.identity.actor import Actor
from manumit.spine.records import Conflict
from manumit.spine.records.actions.delete_record import delete_record
from manumit.spine.records.actions.place_hold import place_hold
from manumit.spine.records.holds import Held
from manumit.spine.records.models import LegalHold
from manumit.spine.workflow.refusing import Refused

YESTERDAY = timezone.now() - timedelta(days=1)
LOCKER = Hand(HandKind.PLACE, "Locker 4")
LAB = Hand(HandKind.LABORATORY, "State laboratory")


def step(item, **values) -> CustodyStep:
    """A step written past the actions."""
    audit.record(None, "evidence.pass", kind="evidence", record_id=item.pk)
    facts = {
        "number": item.steps + 1, "before": item.steps, "from_hand": item.hand, "to_hand": LOCKER.key,
        "passed_at": timezone.now(), "reason": "x", "seal_found": "unsealed", "recorded_by_id": 1, **values,
    }  # fmt: skip
    person = CustodyStep.unscoped.filter(item=item).first().recorded_by_id
    return CustodyStep.unscoped.bulk_create([CustodyStep(item=item, **{**facts, "recorded_by_id": person})])[0]


def test_what_is_taken_is_in_the_hand_that_took_it(item, alice, bob, charlie, note):
    assert (item.in_hand, item.state, item.case_number) == (Hand.person(alice.person_id), "held", note.number)
    assert [row.number for row in EvidenceItem.objects.page(bob).rows] == [item.number]
    assert EvidenceItem.objects.page(charlie).rows == []
    assert [each.reason for each in item.chain.visible_to(bob)] == ["Collected"]
    with pytest.raises(Hidden):
        hand_over(charlie, item, _to(LOCKER), expected_version=1)


def _to(hand: Hand, seal: str = "unsealed", **given) -> Handover:
    return Handover(hand, "Kept", given.pop("at", timezone.now()), seal, **given)


@pytest.mark.parametrize(
    "values",
    [
        {"from_hand": "person:999"},
        {"from_hand": "place:Locker 9"},
        {"number": 3},
        {"number": 3, "before": 2},
        {"before": None},
        {"before": None, "from_hand": ""},
        {"number": 1, "before": None, "from_hand": ""},
        {"number": 2, "before": 2},
    ],
    ids=str,
)
def test_the_database_refuses_a_step_that_skips_a_hand(item, values):
    with pytest.raises(IntegrityError), transaction.atomic():
        step(item, **values)


def test_the_database_refuses_a_fork_and_a_rewriting(item, passed):
    taken = item.hand
    passed(LOCKER)
    with pytest.raises(IntegrityError, match="custody_one_step_a_number"), transaction.atomic():
        step(item, number=2, before=1, from_hand=taken)
    with pytest.raises(Exception, match="append-only"), transaction.atomic():
        CustodyStep.unscoped.filter(item=item).update(to_hand="place:Elsewhere")


def test_the_database_refuses_an_item_in_a_hand_of_no_step(item):
    audit.record(None, "evidence.edit", kind="evidence", record_id=item.pk)
    with pytest.raises(IntegrityError, match="evidence_in_a_hand_of_its_chain"), transaction.atomic():
        _move(item)


def _move(item) -> None:
    EvidenceItem.unscoped.filter(pk=item.pk).update(hand="place:Locker 9")
    with connection.cursor() as cursor:
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")


def test_who_receives_it_signs_and_a_supervisor_may_in_their_stead(item, alice, bob, charlie, passed):
    with pytest.raises(Refused, match="signs"):
        passed(Hand.person(bob.person_id), alice)
    with pytest.raises(Refused, match="not of the agency"):
        passed(Hand.person(charlie.person_id), bob)
    plain = Actor(bob.person_id, bob.agency_id, frozenset({"investigator"}), "investigation", "tribal")
    with pytest.raises(Refused, match="signs"):
        passed(LOCKER, plain)
    assert passed(Hand.person(bob.person_id), bob).in_hand.person_id == bob.person_id
    assert passed(Hand.person(alice.person_id), bob).chain.visible_to(bob).last().recorded_by_id == bob.person_id


def test_time_does_not_run_backwards_and_stale_pages_do_not_win(item, alice, passed):
    with pytest.raises(Refused, match="later than that"):
        passed(LOCKER, at=item.collected_at - timedelta(hours=1))
    with pytest.raises(Refused, match="to come"):
        passed(LOCKER, at=timezone.now() + timedelta(hours=1))
    with pytest.raises(Conflict):
        hand_over(alice, item, _to(LOCKER), expected_version=item.version + 1)
    passed(LOCKER)
    with pytest.raises(Refused, match="already"):
        hand_over(alice, passed(Hand.person(alice.person_id)), _to(Hand.person(alice.person_id)), expected_version=3)


def test_a_seal_is_followed_from_hand_to_hand(item, alice, bob, passed):
    seal_item(alice, item, seal_number="S-1", expected_version=item.version)
    item.refresh_from_db()
    with pytest.raises(Refused, match="bears a seal"):
        seal_item(alice, item, seal_number="S-2", expected_version=item.version)
    for wrong in ("unsealed", "eaten"):
        with pytest.raises(Refused, match="how its seal was found"):
            passed(LOCKER, seal_found=wrong)
    passed(LOCKER)
    with pytest.raises(Refused, match="in hand"):
        break_seal(alice, item, because="To look", expected_version=item.version)
    passed(Hand.person(bob.person_id), bob, seal_found="broken")
    assert (item.seal_number, Seal.objects.visible_to(bob).get().because) == ("", "Found broken when it passed on")
    with pytest.raises(Refused, match="never used again"):
        seal_item(bob, item, seal_number="S-1", expected_version=item.version)
    seal_item(bob, item, seal_number="S-2", expected_version=item.version)
    item.refresh_from_db()
    with pytest.raises(Refused, match="why"):
        break_seal(bob, item, because=" ", expected_version=item.version)
    break_seal(bob, item, because="Examination", expected_version=item.version)
    item.refresh_from_db()
    with pytest.raises(Refused, match="no seal"):
        break_seal(bob, item, because="Again", expected_version=item.version)


def test_a_laboratory_gets_it_by_hand_and_its_result_is_corrected_not_rewritten(item, alice, charlie):
    seal_item(alice, item, seal_number="S-1", expected_version=item.version)
    item.refresh_from_db()
    with pytest.raises(Refused, match="of a laboratory"):
        submit_to_lab(alice, item, _to(LOCKER, "intact"), examination="DNA", expected_version=item.version)
    given = _to(LAB, "intact", receipt="24-77", received_by="Dr. Eli")
    submission = submit_to_lab(alice, item, given, examination="DNA", expected_version=item.version)
    assert (item.in_hand, item.state) == (LAB, "out")
    today = timezone.localdate()
    first = record_result(alice, submission, Reported("No profile", "Dr. Eli", today))
    second = record_result(alice, first, Reported("Partial profile", "Dr. Eli", today))
    assert second.corrects_id == first.pk
    assert [row.result for row in LabSubmission.objects.visible_to(alice)] == ["No profile", "Partial profile"]
    with pytest.raises(Refused, match="newest"):
        record_result(alice, first, Reported("Nothing", "Dr. Eli", today))
    with pytest.raises(Refused, match="between"):
        record_result(alice, second, Reported("Nothing", "Dr. Eli", today + timedelta(days=1)))
    with pytest.raises(Hidden):
        record_result(charlie, second, Reported("Nothing", "Dr. Eli", today))


def test_it_goes_for_good_only_when_nothing_holds_it(item, alice, bob, note, passed, approve):
    back = Hand(HandKind.OWNER, "Mrs. Tallgrass")
    approve()
    place_hold(bob, note, reason="Appeal", authority="Court order")
    with pytest.raises(Held, match="Appeal"):
        passed(back)
    note_holds = place_hold(bob, item, reason="Retest", authority="Court order")
    assert note_holds
    with pytest.raises(Held, match="Retest"):
        passed(back)
    LegalHold.objects.update(lifted_at=timezone.now())
    assert (passed(back).state, item.disposed_at is not None) == ("disposed", True)
    with pytest.raises(Refused, match="nowhere"):
        passed(LOCKER)
    delete_record(None, item, authority="Schedule")
    assert not CustodyStep.unscoped.exists()


def test_who_may_keep_and_correct_it(item, alice, bob):
    with pytest.raises(Denied):
        set_keeping(alice, item, keep_until=None, authority="Schedule 7", expected_version=item.version)
    set_keeping(bob, item, keep_until=None, authority="Schedule 7", expected_version=item.version)
    edit_item(alice, item, {"title": "Red coat"}, expected_version=item.version, source="Alice")
    with pytest.raises(ValueError, match="hand"):
        edit_item(alice, item, {"hand": "place:x"}, expected_version=item.version, source="Alice")


@given(ways=st.lists(st.tuples(st.sampled_from(list(HandKind)), st.booleans()), max_size=12))
@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_whatever_is_tried_the_chain_is_whole(ways, alice, bob, note):

    from .conftest import YESTERDAY

    item = collect_item(alice, note, Collected("physical", "x", "Alice", YESTERDAY, "Alice"))
    for kind, sealed in ways:
        _try(item, kind, bob, sealed=sealed)
    chain = list(item.chain.visible_to(bob))
    assert [each.number for each in chain] == list(range(1, len(chain) + 1))
    for before, after in pairwise(chain):
        assert after.from_hand == before.to_hand
        assert after.passed_at >= before.passed_at
        assert Hand.parse(after.to_hand).kind in targets(Hand.parse(after.from_hand).kind)
    item.refresh_from_db()
    assert (item.hand, item.steps) == (chain[-1].to_hand, len(chain))


def _try(item, kind, bob, *, sealed: bool) -> None:
    item.refresh_from_db()
    name = str(bob.person_id) if kind == HandKind.PERSON else f"A {kind}"
    try:
        if sealed and not item.seal_number:
            seal_item(bob, item, seal_number=f"S-{item.version}", expected_version=item.version)
            item.refresh_from_db()
        given = _to(
            Hand(kind, name), "intact" if item.seal_number else "unsealed", receipt="1", received_by="D", witness="E"
        )
        hand_over(bob, item, given, expected_version=item.version)
    except Refused:
        return
