"""Single decisions: who may, who may not, who may not even know; and what is missing or malformed denies."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from manumit.spine.access import Denied, Hidden, allowed, decide_many, find, require

from .papers import Leaf, Paper

NOW = datetime(2026, 1, 1, tzinfo=UTC)


@pytest.fixture
def one(paper, agencies) -> Paper:
    return Paper.objects.create(number="P1", owner=agencies[0], opened_at=NOW, title="t")


def both(actor, record: Paper, action: str = "read_summary") -> set[bool]:
    """Return what the single decision and the list say."""
    listed = Paper.objects.visible_to(actor, action).filter(pk=record.pk).exists()
    return {allowed(actor, action, record).allowed, listed}


def test_owner_colleague_and_stranger(one, alice, bob, charlie) -> None:
    assert [allowed(who, "read_summary", one).allowed for who in (alice, bob, charlie)] == [True, True, False]


def test_a_decision_says_which_policy_and_why(one, alice, charlie) -> None:
    assert allowed(alice, "edit", one).policies == ("owner-reads",)
    assert allowed(replace(alice, active=False), "edit", one).reasons == ("Your account is not active",)
    assert not allowed(charlie, "edit", one).policies
    assert allowed(charlie, "edit", one).reasons == ("No rule opens this to you",)


def test_who_may_know_is_denied_and_others_find_nothing(one, alice, charlie) -> None:
    require(alice, "edit", one)
    with pytest.raises(Denied) as denied:
        require(alice, "read_secret", one)
    assert denied.value.decision.reasons
    with pytest.raises(Hidden):
        require(charlie, "edit", one)
    with pytest.raises(Hidden):
        require(None, "edit", one)


def test_a_record_that_is_hidden_looks_like_none(one, charlie) -> None:
    with pytest.raises(Hidden) as hidden:
        find(charlie, "read_summary", "paper", "P1")
    with pytest.raises(Hidden) as none:
        find(charlie, "read_summary", "paper", "P2")
    assert (str(hidden.value), hidden.value.args) == (str(none.value), none.value.args)


def test_a_found_record_says_what_is_readable(one, alice, django_assert_num_queries) -> None:
    with django_assert_num_queries(1):
        found = find(alice, "read_people", "paper", "P1")
    assert (found.can_read_people, found.can_read_secret) == (True, False)
    with pytest.raises(Denied):
        find(alice, "read_secret", "paper", "P1")


@pytest.mark.parametrize("fact", ["owner_id", "level", "protected", "weight", "tags"])
def test_a_missing_fact_of_the_record_denies(one, alice, fact) -> None:
    assert both(alice, one) == {True}
    Paper.unscoped.filter(pk=one.pk).update(**{fact: None})
    setattr(one, fact, None)
    assert both(alice, one) == {False}


@pytest.mark.parametrize(
    ("fact", "value"),
    [("owner_id", "1"), ("level", 3), ("protected", "no"), ("protected", 0), ("weight", True), ("tags", "abc")],
)
def test_a_wrong_typed_fact_of_the_record_denies(one, alice, fact, value) -> None:
    setattr(one, fact, value)
    decision = allowed(alice, "read_summary", one)
    assert not decision.allowed
    assert decision.reasons == ("A fact this decision needs is missing",)


@pytest.mark.parametrize(
    ("fact", "value"),
    [
        ("agency_id", None),
        ("agency_id", "1"),
        ("agency_id", True),
        ("agency_kind", None),
        ("roles", None),
        ("roles", ["investigator"]),
        ("roles", frozenset({1})),
        ("partner", None),
        ("partner", "yes"),
        ("partner", 0),
        ("active", None),
        ("active", 1),
        ("purpose", None),
        ("purpose", 5),
    ],
)
def test_a_missing_or_wrong_typed_fact_of_the_person_denies(one, alice, fact, value) -> None:
    assert both(alice, one) == {True}  # and what Alice was told is not remembered for who merely compares equal to her
    assert find(alice, "read_summary", "paper", "P1") == one
    asker = replace(alice, **{fact: value})
    assert both(asker, one) == {False}
    with pytest.raises(Hidden):
        find(asker, "read_summary", "paper", "P1")
    assert Paper.objects.page(asker, readable=("people",)).rows == []


def test_facts_are_decided_anew_when_they_change(one, alice, charlie, agencies) -> None:
    assert (allowed(alice, "edit", one).allowed, allowed(charlie, "edit", one).allowed) == (True, False)
    one.owner = agencies[1]
    assert (allowed(alice, "edit", one).allowed, allowed(charlie, "edit", one).allowed) == (False, True)


def test_a_malformed_record_does_not_deny_others_of_its_batch(one, alice, agencies) -> None:
    broken = Paper.objects.create(number="P2", owner=agencies[0], opened_at=NOW, level=None)
    decisions = decide_many(alice, [("read_summary", broken), ("read_summary", one)])
    assert [decision.allowed for decision in decisions] == [False, True]


def test_an_unknown_action_is_denied(one, alice) -> None:
    assert both(alice, one, "read_nothing") == {False}


def test_an_unsaved_record_is_decided(paper, agencies, alice, charlie) -> None:
    planned = Paper(owner=agencies[0], opened_at=NOW)
    assert allowed(alice, "edit", planned).allowed
    assert not allowed(charlie, "edit", planned).allowed


def test_rows_of_a_record_are_decided_by_it(one, alice, charlie) -> None:
    leaf = Leaf.objects.create(paper=one, name="x")
    assert allowed(alice, "read_people", leaf).allowed
    assert Leaf.objects.visible_to(alice).get() == leaf
    assert not Leaf.objects.visible_to(charlie).exists()


def test_a_batch_of_many_takes_one_query(one, alice, agencies, django_assert_num_queries) -> None:
    papers = [Paper(pk=n, owner=agencies[n % 2], opened_at=NOW) for n in range(1, 26)]
    with django_assert_num_queries(1):
        decisions = decide_many(alice, [("read_summary", paper) for paper in papers])
    assert sum(decision.allowed for decision in decisions) == 12
