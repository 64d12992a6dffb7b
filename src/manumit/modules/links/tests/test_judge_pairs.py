"""Judgements are kept, counted by people, undone; remains take two, and an examiner after them."""

import pytest

from manumit.modules.links.actions.judge import judge
from manumit.modules.links.actions.withdraw_judgement import withdraw_judgement
from manumit.modules.links.models import Candidate, Judgement
from manumit.modules.links.questions import Narrowing, candidate, earlier, judgements, queue
from manumit.spine.access import Denied, Hidden
from manumit.spine.workflow.models import Task
from manumit.spine.workflow.refusing import Refused

from .conftest import NUMBER, titled

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
