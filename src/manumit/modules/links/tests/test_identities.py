"""Joined records stay whole; any join is taken back in any order; nobody joins across a "not the same"."""

import random
from functools import partial

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from manumit.modules.links.actions.join import join, plan, undo_join
from manumit.modules.links.actions.judge import judge
from manumit.modules.links.actions.withdraw_judgement import withdraw_judgement
from manumit.modules.links.clusters import group_of, planned
from manumit.modules.links.models import Candidate
from manumit.modules.links.questions import join_of, joins
from manumit.spine.access import Hidden
from manumit.spine.records.tests.notes import Note
from manumit.spine.workflow.refusing import Refused

from .conftest import NUMBER, titled

YES, NO = {"verdict": "yes", "reason": "number"}, {"verdict": "no", "reason": "excluded"}
KEYS = [f"k{number}" for number in range(6)]
PAIRS = st.tuples(st.sampled_from(KEYS), st.sampled_from(KEYS)).filter(lambda pair: pair[0] != pair[1])


def partition(edges) -> frozenset[frozenset[str]]:
    return frozenset(group_of(key, edges) for key in KEYS)


@settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])  # a busy machine says nothing of joins
@given(
    st.lists(PAIRS, max_size=5),
    st.lists(PAIRS, max_size=4),
    st.lists(st.tuples(st.booleans(), PAIRS), max_size=25),
    st.randoms(use_true_random=False),
)
def test_joins_and_undos_in_random_order_give_back_the_start(start, apart, steps, drawing) -> None:
    standing = [pair for pair in start if not planned(*pair, [], apart).forbidden]
    standing = [pair for pair in standing if not any(planned(*one, standing, apart).forbidden for one in standing)]
    before, made = partition(standing), []
    for joining, pair in steps:
        if joining and not planned(*pair, [*standing, *made], apart).forbidden:
            made.append(pair)
        elif made:
            made.remove(drawing.choice(made))
        groups = partition([*standing, *made])
        assert not any(one in group and other in group for group in groups for one, other in apart)
    drawing.shuffle(made)
    while made:
        made.pop()
    assert partition(standing) == before


@pytest.fixture
def four(alice):
    """Four notes of one number, each pair judged the same by Alice."""
    notes = [titled(alice, NUMBER) for _ in range(4)]
    for each in list(Candidate.unscoped.all()):
        judge(alice, each, **YES)
    return notes


@pytest.mark.django_db
def test_records_stay_whole_and_the_database_gives_back_the_start(alice, four) -> None:
    drawing = random.Random(5)
    before = list(Note.unscoped.order_by("pk").values())
    standing = []
    for _ in range(30):
        pair = drawing.choice(list(Candidate.unscoped.all()))
        try:
            standing.append(join(alice, pair, because="The same"))
        except Refused:
            if standing:
                undo_join(alice, standing.pop(drawing.randrange(len(standing))), because="Tried")
    drawing.shuffle(standing)
    for each in standing:
        undo_join(alice, each, because="All back")
    assert not joins(alice).filter(undone_at=None).exists()
    assert list(Note.unscoped.order_by("pk").values()) == before
    assert all(plan(alice, each).one != plan(alice, each).other for each in Candidate.unscoped.all())


@pytest.mark.django_db
def test_nobody_joins_across_a_not_the_same_however_far(alice, four) -> None:
    by_pair = {(each.record_id, each.other_id): each for each in Candidate.unscoped.all()}
    one, two, three, _ = sorted(note.pk for note in four)
    judge(alice, by_pair[one, three], **NO)
    join(alice, by_pair[one, two], because="The same")
    with pytest.raises(Refused, match="judged not the same"):
        join(alice, by_pair[two, three], because="The same")


@pytest.mark.django_db
def test_a_join_needs_the_judgement_and_a_reason_and_happens_once(alice, pair) -> None:
    with pytest.raises(Refused):
        join(alice, pair, because="Too early")
    judge(alice, pair, **YES)
    pair.refresh_from_db()
    with pytest.raises(Refused):
        join(alice, pair, because=" ")
    made = join(alice, pair, because="The same")
    with pytest.raises(Refused):
        join(alice, pair, because="Again")
    assert made.number.startswith("ID-")


@pytest.mark.django_db
def test_an_identity_is_what_its_viewer_may_see_and_nobody_joins_what_they_may_not(alice, bob, charlie) -> None:
    """Charlie's note was open when Alice joined it; then it is closed to her, and her identity has one less."""
    mine = [titled(alice, NUMBER) for _ in range(2)]
    theirs = titled(charlie, NUMBER, level="open")
    for each in list(Candidate.unscoped.all()):
        if alice.agency_id in {each.record_owner_id, each.other_owner_id}:
            judge(alice, each, **YES)
    with_theirs = [each for each in Candidate.unscoped.all() if theirs.pk in {each.record_id, each.other_id}]
    join(alice, with_theirs[0], because="The same")
    assert (joins(bob).count(), joins(charlie).count()) == (1, 0)
    Note.unscoped.filter(pk=theirs.pk).update(level="restricted")
    assert joins(bob).count() == 0
    among_mine = next(each for each in Candidate.unscoped.all() if each not in with_theirs)
    with pytest.raises(Hidden):
        join(alice, among_mine, because="The same")
    assert {note.pk for note in mine} == {among_mine.record_id, among_mine.other_id}


@pytest.fixture
def across(alice, charlie):
    """Two open notes of Alice's agency and one of Charlie's, all of one number: their pairs by the notes' places."""
    made = [titled(alice, NUMBER, level="open") for _ in range(2)] + [titled(charlie, NUMBER, level="open")]
    places = {note.pk: place for place, note in enumerate(made)}
    return {frozenset({places[each.record_id], places[each.other_id]}): each for each in Candidate.unscoped.all()}


def pair_of(pairs, one, other) -> Candidate:
    return Candidate.unscoped.get(pk=pairs[frozenset({one, other})].pk)


@pytest.mark.django_db
def test_what_the_other_owner_judged_not_the_same_stays_apart(alice, charlie, across) -> None:
    judge(charlie, pair_of(across, 1, 2), **NO)
    for places in ((0, 1), (0, 2)):
        judge(alice, pair_of(across, *places), **YES)
    join(alice, pair_of(across, 0, 1), because="The same")
    with pytest.raises(Refused, match="judged not the same"):
        join(alice, pair_of(across, 0, 2), because="The same")
    withdraw_judgement(charlie, pair_of(across, 1, 2))
    join(alice, pair_of(across, 0, 2), because="The same")


@pytest.mark.django_db
def test_a_join_is_taken_back_by_its_agency_alone_once_and_with_a_reason(alice, bob, charlie, across) -> None:
    judge(alice, pair_of(across, 0, 2), **YES)
    made = join(alice, pair_of(across, 0, 2), because="The same")
    with pytest.raises(Refused):
        undo_join(charlie, made, because="Not ours")
    with pytest.raises(Refused):
        undo_join(alice, made, because=" ")
    made.refresh_from_db()
    assert made.undone_at is None
    undo_join(bob, made, because="Two numbers, one typed wrongly")
    made.refresh_from_db()
    first = made.undone_at
    with pytest.raises(Refused, match="already"):
        undo_join(alice, made, because="Again")
    made.refresh_from_db()
    assert (made.undone_at, made.undone_by_id) == (first, bob.person_id)


@pytest.mark.django_db
def test_who_no_longer_sees_it_whole_takes_nothing_back(alice, across) -> None:
    judge(alice, pair_of(across, 0, 2), **YES)
    made = join(alice, pair_of(across, 0, 2), because="The same")
    Note.unscoped.filter(pk__in={made.record_id, made.other_id}).exclude(owner=alice.agency_id).update(
        level="restricted"
    )
    for act in (undo_join, join):
        with pytest.raises(Hidden):
            act(alice, made if act is undo_join else pair_of(across, 0, 2), because="No")


@pytest.mark.django_db
def test_joins_of_another_agency_or_taken_back_join_nothing_here(alice, charlie, across) -> None:
    for who, places in ((charlie, (1, 2)), (alice, (0, 1))):
        judge(who, pair_of(across, *places), **YES)
    join(charlie, pair_of(across, 1, 2), because="The same")
    assert len(plan(alice, pair_of(across, 0, 1)).together) == 2
    made = join(alice, pair_of(across, 0, 1), because="The same")
    assert join_of(alice, pair_of(across, 0, 1)) == made
    undo_join(alice, made, because="Not so")
    assert plan(alice, pair_of(across, 0, 1)).one != plan(alice, pair_of(across, 0, 1)).other
    assert join_of(alice, pair_of(across, 0, 1)) is None


@pytest.mark.django_db
def test_a_number_names_its_join_though_it_was_taken_back(alice, charlie, pair, as_person) -> None:
    judge(alice, pair, **YES)
    made = join(alice, Candidate.unscoped.get(), because="The same")
    undo_join(alice, made, because="Not so")
    page = as_person(alice).get(f"/links/identity/{made.number}/")
    assert (page.status_code, "Not so" in page.content.decode()) == (200, True)
    said = as_person(alice).get(f"/api/v1/links/identities/{made.number}").json()
    assert (said["one"], said["other"], bool(said["undone_at"])) == (made.record_number, made.other_number, True)
    assert as_person(charlie).get(f"/links/identity/{made.number}/").status_code == 404


@pytest.mark.django_db
def test_who_reads_both_and_owns_neither_neither_plans_nor_joins(alice, charlie, across) -> None:
    judge(alice, pair_of(across, 0, 1), **YES)
    for act in (plan, partial(join, because="The same")):
        with pytest.raises(Hidden):
            act(charlie, pair_of(across, 0, 1))
