"""Judgements are kept, counted by people, undone; remains take two, and an examiner after them."""

from collections import namedtuple
from functools import partial

import pytest

from manumit.modules.links.actions import judge as judging
from manumit.modules.links.actions.disclose import disclose
from manumit.modules.links.actions.judge import judge
from manumit.modules.links.actions.raise_links import raise_links
from manumit.modules.links.actions.standing import state_of
from manumit.modules.links.actions.withdraw_judgement import withdraw_judgement
from manumit.modules.links.models import Candidate, Judgement, PointerHit
from manumit.modules.links.questions import Narrowing, candidate, earlier, judgements, queue
from manumit.spine.access import Denied, Hidden
from manumit.spine.records.tests.notes import Note
from manumit.spine.workflow.models import Task
from manumit.spine.workflow.refusing import Refused

from .conftest import NUMBER, acting, agency, titled

pytestmark = pytest.mark.django_db
YES, NO = {"verdict": "yes", "reason": "number"}, {"verdict": "no", "reason": "excluded"}


def state(pair: Candidate) -> str:
    return Candidate.unscoped.get(pk=pair.pk).state


def test_alice_judges_bob_sees_it_and_charlie_nothing(alice, bob, charlie, pair) -> None:
    judge(alice, pair, **YES, words="The same account holder")
    (held,) = judgements(bob, pair)
    assert (held.verdict, held.by_id, held.weight) == ("yes", alice.person_id, pair.weight)
    assert held.facts == [{"phones": [NUMBER]}, {"phones": [NUMBER]}]
    assert judgements(charlie, pair) == []
    with pytest.raises(Hidden):
        candidate(charlie, pair.pk)
    with pytest.raises(Hidden):
        judge(charlie, pair, **NO)


def test_one_says_yes_another_no_and_nobody_is_outvoted(alice, bob, pair) -> None:
    judge(alice, pair, **YES)
    assert state(pair) == "confirmed"
    judge(bob, pair, **NO)
    assert state(pair) == "disputed"
    withdraw_judgement(bob, pair)
    assert state(pair) == "confirmed"


def test_what_was_judged_is_not_asked_again_and_waits_again_once_taken_back(alice, bob, pair) -> None:
    judge(alice, pair, verdict="unsure", reason="too_little")
    assert not queue(alice, Narrowing()).exists()
    withdraw_judgement(alice, pair)
    assert [each.pk for each in queue(alice, Narrowing())] == [pair.pk]
    assert Judgement.unscoped.get().withdrawn_by_id == alice.person_id
    with pytest.raises(Refused):
        withdraw_judgement(alice, pair)


def test_a_second_word_of_the_same_person_replaces_the_first(alice, pair) -> None:
    judge(alice, pair, **YES)
    judge(alice, pair, **NO)
    assert state(pair) == "refused"
    assert [bool(each.withdrawn_at) for each in judgements(alice, pair)] == [False, True]


def test_remains_take_two_people_and_then_an_examiner(alice, bob, remains) -> None:
    judge(alice, remains, verdict="yes", reason="looks")
    judge(alice, remains, verdict="yes", reason="looks")
    assert (state(remains), Task.unscoped.count()) == ("second", 0)
    judge(bob, Candidate.unscoped.get(), verdict="yes", reason="looks")
    assert state(remains) == "confirmed"
    assert "examiner" in Task.unscoped.get().title


@pytest.mark.parametrize(
    "given",
    [{"verdict": "", "reason": "number"}, {"verdict": "yes", "reason": "x"}, {"verdict": "yes", "reason": "other"}],
)
def test_without_verdict_reason_or_words_nothing_is_kept(alice, pair, given) -> None:
    with pytest.raises(Refused):
        judge(alice, pair, **given)
    assert not Judgement.unscoped.exists()


def test_earlier_judgements_on_either_record_are_shown(alice, pair) -> None:
    judge(alice, pair, **YES)
    titled(alice, NUMBER)
    other = next(each for each in Candidate.unscoped.all() if each.pk != pair.pk)
    assert [each.verdict for each in earlier(alice, other)] == ["yes"]


def test_who_may_only_read_the_other_side_cannot_judge(alice, charlie) -> None:
    titled(alice, NUMBER, level="open")
    titled(charlie, NUMBER)
    found = Candidate.unscoped.get()
    assert judge(charlie, found, **YES).agency_id == charlie.agency_id  # reads both, and owns one
    with pytest.raises((Hidden, Denied)):
        judge(alice, found, **YES)


def test_who_reads_both_and_owns_neither_cannot_judge(alice, charlie) -> None:
    for _ in range(2):
        titled(alice, NUMBER, level="open")
    found = Candidate.unscoped.get()
    with pytest.raises(Hidden):
        judge(charlie, found, **NO)
    assert not Judgement.unscoped.exists()


def test_who_may_read_but_not_work_on_their_own_record_judges_nothing(alice, bob, pair, monkeypatch) -> None:
    """Notes let whoever reads them work on them; so the decision is replaced, for Bob."""
    judge(alice, pair, **YES)
    asked = []

    def deciding(actor, verb, record):
        asked.append((verb, record.owner_id))
        if actor.person_id == bob.person_id:
            raise Denied(["Not yours to work on"])

    monkeypatch.setattr(judging, "require", deciding)
    for act in (partial(judge, **NO), withdraw_judgement, disclose):
        with pytest.raises(Denied):
            act(bob, pair)
    assert set(asked) == {("work", alice.agency_id)}
    assert [each.verdict for each in Judgement.unscoped.filter(withdrawn_at=None)] == ["yes"]


def test_what_may_no_longer_be_matched_is_not_judged(alice, pair) -> None:
    Note.unscoped.filter(pk=pair.other_id).update(state="published")
    with pytest.raises(Refused, match="no longer be matched"):
        judge(alice, pair, **YES)
    assert not Judgement.unscoped.exists()


def test_an_examiner_is_asked_once_and_of_remains_alone(alice, bob, remains) -> None:
    for _ in range(2):
        titled(alice, NUMBER)
    judge(alice, Candidate.unscoped.exclude(pk=remains.pk).get(), **YES)
    assert not Task.unscoped.exists()
    third = acting("Dan", agency("North"))
    for each in (alice, bob, third):
        judge(each, Candidate.unscoped.get(pk=remains.pk), verdict="yes", reason="looks")
    assert Task.unscoped.count() == 1


SAID = namedtuple("SAID", "verdict evidence by_id")


@pytest.mark.parametrize(
    ("held", "state_then"),
    [([], "waiting"), ([("unsure", "now", 1)], "unsure"), ([("unsure", "then", 1)], "waiting"),
     ([("no", "now", 1)], "refused"), ([("no", "then", 1)], "waiting"), ([("yes", "then", 1)], "second"),
     ([("yes", "then", 1), ("yes", "now", 1)], "second"), ([("yes", "then", 1), ("yes", "now", 2)], "confirmed"),
     ([("yes", "now", 1), ("no", "then", 2)], "second"), ([("yes", "now", 1), ("no", "now", 2)], "disputed"),
     ([("yes", "now", 1), ("yes", "now", 2), ("no", "now", 3)], "disputed"),
     ([("no", "now", 1), ("unsure", "now", 2)], "refused")],
)  # fmt: skip
def test_the_arithmetic_of_judgements(held, state_then) -> None:
    """Of remains, with what is known `now` and was `then`; elsewhere one yes is enough."""
    assert state_of("remains", "now", [SAID(*each) for each in held]) == state_then
    one = {"second": "confirmed"}.get(state_then, state_then)
    assert state_of("contact", "now", [SAID(*each) for each in held]) == one


def test_earlier_judgements_are_those_of_other_pairs_that_hold_and_may_be_seen(alice, bob, charlie, pair) -> None:
    titled(alice, NUMBER)
    others = list(Candidate.unscoped.exclude(pk=pair.pk).order_by("pk"))
    for each in (pair, others[0]):
        judge(bob, each, **NO)
    assert [each.pair for each in earlier(alice, pair)] == [others[0].pair]
    assert earlier(charlie, pair) == []
    withdraw_judgement(bob, others[0])
    assert earlier(alice, pair) == []


def test_what_a_colleague_judged_still_waits_for_me(alice, bob, pair) -> None:
    judge(bob, pair, verdict="yes", reason="number")
    judge(bob, pair, verdict="no", reason="excluded")
    Candidate.unscoped.update(state="disputed")
    assert [each.pk for each in queue(alice, Narrowing())] == [pair.pk]
    assert not queue(bob, Narrowing()).exists()


def test_a_no_that_was_taken_back_refuses_nothing_when_looked_at_again(alice, pair) -> None:
    judge(alice, pair, **NO)
    withdraw_judgement(alice, pair)
    Candidate.unscoped.update(evidence="what was known meanwhile")
    raise_links(None, "note", [pair.record_id])
    assert state(pair) == "waiting"


def test_pointers_follow_judgements(alice, charlie) -> None:
    """A no takes back what either side was told; once it is taken back, Charlie is pointed to Alice, who reads both."""
    titled(alice, NUMBER, level="pointer")
    theirs = titled(charlie, NUMBER, level="pointer")
    assert PointerHit.unscoped.count() == 2
    Note.unscoped.filter(pk=theirs.pk).update(level="open")
    judge(alice, found := Candidate.unscoped.get(), **NO)
    assert not PointerHit.unscoped.exists()
    withdraw_judgement(alice, found)
    assert [hit.agency_id for hit in PointerHit.unscoped.all()] == [charlie.agency_id]
