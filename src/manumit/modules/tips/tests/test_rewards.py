"""Each step of a reward from each state, by a table of its own; what was approved is what is paid."""

from itertools import product

import pytest

from manumit.modules.tips.actions.move_tip import move_reward, move_tip
from manumit.modules.tips.actions.sealed_groups import record_giver, record_payment
from manumit.modules.tips.models import Tip
from manumit.modules.tips.procedure import TIP_REWARD
from manumit.spine import audit
from manumit.spine.access import Denied
from manumit.spine.records import retaining
from manumit.spine.workflow import NotNow
from manumit.spine.workflow.refusing import Refused

from .conftest import joined

LEADS = {
    ("open", "eligible"): "eligible", ("not_eligible", "eligible"): "eligible",
    ("open", "not_eligible"): "not_eligible", ("eligible", "not_eligible"): "not_eligible",
    ("eligible", "approve"): "approved", ("approved", "reconsider"): "eligible", ("approved", "pay"): "paid",
    ("open", "decline"): "declined", ("eligible", "decline"): "declined", ("approved", "decline"): "declined",
}  # fmt: skip
"""Whereto each step leads from where it may be taken; every other pair is refused."""
STATES = ("open", "eligible", "not_eligible", "approved", "paid", "declined")
STEPS = ("eligible", "not_eligible", "approve", "reconsider", "pay", "decline")
WHY = {"reason": "other", "words": "As the board said"}


def put(tip: Tip, **values) -> None:
    """Let the tip stand so, past the actions."""
    audit.record(None, "tip.move", kind=tip.kind, record_id=tip.pk)
    Tip.unscoped.filter(pk=tip.pk).update(**values)
    tip.refresh_from_db()


def take(actor, tip: Tip, step: str) -> str:
    """Take a step, with a reason where the table asks for one, and return where the reward stands."""
    why = WHY if TIP_REWARD.transition(step).reasons else {}
    return move_reward(actor, tip, step, expected_version=tip.version, **why).reward


def test_the_table_has_these_states_and_steps() -> None:
    assert {state.name for state in TIP_REWARD.states} == set(STATES)
    assert set(TIP_REWARD.by_name) == set(STEPS)


@pytest.mark.parametrize(("state", "step"), list(product(STATES, STEPS)))
def test_each_step_leads_where_the_table_says_or_is_refused(state, step, tip, alice, bob) -> None:
    put(tip, state="pending", reward=state, payee_sealed=True)
    if (state, step) in LEADS:
        assert take(bob, tip, step) == LEADS[state, step]
        return
    with pytest.raises(NotNow):
        take(bob, tip, step)


@pytest.mark.parametrize(("state", "step"), sorted(LEADS))
def test_each_step_is_a_supervisors(state, step, tip, alice, dora, agencies) -> None:
    put(tip, state="pending", reward=state, payee_sealed=True)
    for other in (alice, dora, joined("ana", agencies[0], "analyst")):
        with pytest.raises(Denied):
            take(other, tip, step)


@pytest.mark.parametrize("step", ["approve", "pay"])
def test_nothing_is_approved_or_paid_to_nobody(step, tip, alice, bob) -> None:
    put(tip, state="pending", reward="eligible" if step == "approve" else "approved", payee_sealed=False)
    with pytest.raises(NotNow):
        take(bob, tip, step)


@pytest.mark.parametrize("state", ["received", "spam"])
def test_what_was_not_triaged_earns_nothing(state, tip, alice, agencies) -> None:
    both = joined("eve", agencies[0], "triage", "supervisor")
    put(tip, state=state)
    with pytest.raises(NotNow):
        take(both, tip, "eligible")


def test_what_was_approved_is_what_is_paid(tip, alice, bob) -> None:
    put(tip, state="pending", reward="eligible")
    record_payment(bob, tip, {"payee": tip.number, "amount": "500"}, expected_version=tip.version)
    take(bob, tip, "approve")
    for more in ({"payee": "Somebody"}, {"amount": "5000"}, {"payee": tip.number, "amount": "500"}):
        with pytest.raises(Refused, match="approved"):
            record_payment(bob, tip, more, expected_version=tip.version)
    record_payment(bob, tip, {"how_paid": "Cash", "reference": "V-1"}, expected_version=tip.version)
    assert take(bob, tip, "reconsider") == "eligible"
    record_payment(bob, tip, {"payee": tip.number, "amount": "5000"}, expected_version=tip.version)


def test_the_page_asks_for_the_voucher_alone_once_it_is_approved(tip, alice, bob, as_person) -> None:
    here = f"/tips/{tip.number}/payment/seal/"
    put(tip, state="pending", reward="eligible")
    assert b"Payee" in as_person(bob).get(here).content
    put(tip, reward="approved", payee_sealed=True)
    page = as_person(bob).get(here).content
    assert b"Voucher" in page
    assert b'name="amount"' not in page
    sent = as_person(bob).post(here, {"version": tip.version, "how_paid": "Cash", "reference": "V-1"})
    assert sent.status_code == 302


@pytest.mark.parametrize(("reward", "kept"), [("eligible", True), ("approved", True), ("paid", False), ("open", False)])
def test_a_tip_is_kept_while_a_reward_is_to_be_paid(reward, kept, tip) -> None:
    long_ago = tip.state_since_at.replace(year=tip.state_since_at.year - 6, day=1)
    put(tip, state="cleared", reward=reward, state_since_at=long_ago)
    lines = [line for line in retaining.plan().lines if line.model == "tips.Tip"]
    assert [pk for line in lines for pk in line.ids] == ([] if kept else [tip.pk])


@pytest.mark.parametrize("name", ["name", "telephone", "email", "other", "headers"])
def test_who_says_who_they_are_in_any_way_is_not_anonymous(name, tip, alice) -> None:
    record_giver(alice, tip, {"safe": "yes", "when": "After ten"}, expected_version=tip.version)
    assert tip.anonymous, "how somebody is reached safely names nobody"
    record_giver(alice, tip, {name: "x"}, expected_version=tip.version)
    assert Tip.unscoped.get(pk=tip.pk).anonymous is False


def test_a_duplicate_is_of_ones_own_agency(tip, desk, alice, agencies) -> None:
    from django.core.exceptions import ValidationError

    from .conftest import given

    other = Tip.unscoped.get(number=given(desk).number)
    answers = {"duplicate_of": other.number}
    put(other, owner_id=agencies[1].pk)
    with pytest.raises(ValidationError):
        move_tip(alice, tip, "duplicate", expected_version=tip.version, answers=answers)
