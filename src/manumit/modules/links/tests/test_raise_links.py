"""A save raises candidates as leads, by the three levels, once; a "no" is remembered until something changes."""

from datetime import timedelta

import pytest
from django.utils import timezone
from procrastinate.contrib.django.models import ProcrastinateJob

from manumit.modules.links.actions.judge import judge
from manumit.modules.links.actions.raise_links import raise_links
from manumit.modules.links.models import Candidate, PointerHit
from manumit.modules.links.questions import Narrowing, candidates, pointers, queue
from manumit.spine.access.models import Agreement
from manumit.spine.identity.models import Agency, Membership, Person
from manumit.spine.matching import journal
from manumit.spine.records import RecordHistory
from manumit.spine.records.actions.delete_record import delete_record
from manumit.spine.records.tests import notes
from manumit.spine.records.tests.notes import Note
from manumit.spine.workflow.actions.bar_person import bar_person
from manumit.spine.workflow.models import Notice

from .conftest import NUMBER, edit_note, titled

pytestmark = pytest.mark.django_db
NO = {"verdict": "no", "reason": "excluded"}


def events(actor) -> list[str]:
    return sorted(Notice.unscoped.filter(agency=actor.agency_id).values_list("event", flat=True))


def test_a_save_asks_for_links_in_its_own_transaction(alice) -> None:
    note = titled(alice, NUMBER)
    jobs = ProcrastinateJob.objects.filter(task_name__endswith="links.jobs.find_links")
    assert [job.args for job in jobs] == [{"kind": "note", "ids": [note.pk]}]


def test_open_to_both_means_a_candidate_and_a_notice_each(alice, charlie) -> None:
    titled(alice, NUMBER, level="open")
    titled(charlie, NUMBER, level="open")
    assert [candidates(each).count() for each in (alice, charlie)] == [1, 1]
    assert events(alice) == events(charlie) == ["link_found"]
    assert not PointerHit.unscoped.exists()


def test_pointers_tell_both_sides_whom_to_ask_and_no_more(alice, bob, charlie) -> None:
    mine, theirs = titled(alice, NUMBER, level="pointer"), titled(charlie, NUMBER, level="pointer")
    assert [candidates(each).count() for each in (alice, bob, charlie)] == [0, 0, 0]
    assert [(hit.record_number, hit.holder.name) for hit in pointers(alice)] == [(mine.number, "South")]
    assert [(hit.record_number, hit.holder.name) for hit in pointers(charlie)] == [(theirs.number, "North")]
    assert events(alice) == events(charlie) == ["pointer_found"]


@pytest.mark.parametrize(
    ("one", "other", "counts"),
    [("restricted", "restricted", (0, 17)), ("pointer", "restricted", (0, 3)), ("restricted", "pointer", (1, 3)),
     ("pointer", "pointer", (17, 3))],
)  # fmt: skip
def test_restricted_or_under_18_is_silent_on_both_sides(alice, charlie, one, other, counts) -> None:
    titled(alice, NUMBER, level=one, count=counts[0])
    titled(charlie, NUMBER, level=other, count=counts[1])
    assert not PointerHit.unscoped.exists()
    assert events(alice) == events(charlie) == []
    assert candidates(charlie).count() == 0


def test_without_an_agreement_nobody_is_pointed_to(alice, charlie) -> None:
    Agreement.objects.filter(agency=charlie.agency_id).delete()
    titled(alice, NUMBER, level="pointer")
    titled(charlie, NUMBER, level="pointer")
    assert not PointerHit.unscoped.exists()


def test_nobody_is_pointed_to_their_own_agency_though_nobody_works_there(alice, bob) -> None:
    Membership.objects.filter(agency=alice.agency_id).update(active=False)
    for _ in range(2):
        titled(alice, NUMBER, level="pointer")
    assert Candidate.unscoped.count() == 1
    assert not PointerHit.unscoped.exists()


@pytest.mark.parametrize("values", [{"active": False}, {"kind": "service_provider"}])
def test_an_agency_that_is_closed_or_serves_victims_is_not_pointed_to(alice, charlie, values) -> None:
    Agency.objects.filter(pk=charlie.agency_id).update(**values)
    titled(alice, NUMBER, level="pointer")
    titled(charlie, NUMBER, level="pointer")
    assert Candidate.unscoped.count() == 1
    assert not PointerHit.unscoped.exists()


@pytest.mark.parametrize("state", ["refused", "unsure"])
def test_a_pointer_ends_with_the_pair_and_with_a_no(alice, charlie, state) -> None:
    mine = titled(alice, NUMBER, level="pointer")
    theirs = titled(charlie, NUMBER, level="pointer")
    Candidate.unscoped.update(state=state)
    raise_links(None, "note", [mine.pk])
    assert not PointerHit.unscoped.exists()
    Candidate.unscoped.update(state="waiting")
    raise_links(None, "note", [mine.pk])
    assert PointerHit.unscoped.count() == 2
    edit_note(charlie, theirs, title="505-555-0777")
    raise_links(None, "note", [theirs.pk])
    assert not PointerHit.unscoped.exists()


def test_looking_again_changes_nothing_and_tells_nobody_twice(alice, charlie) -> None:
    notes = [titled(alice, NUMBER, level="open"), titled(charlie, NUMBER, level="open")]
    before = list(Candidate.unscoped.values())
    for _ in range(2):
        for note in notes:
            raise_links(None, "note", [note.pk])
    assert list(Candidate.unscoped.values()) == before
    assert events(alice) == events(charlie) == ["link_found"]


def test_a_pointer_ends_with_the_level_that_allowed_it(alice, charlie) -> None:
    titled(alice, NUMBER, level="pointer")
    theirs = titled(charlie, NUMBER, level="pointer")
    edit_note(charlie, theirs, level="restricted")
    raise_links(None, "note", [theirs.pk])
    assert not pointers(alice).exists()
    assert not pointers(charlie).exists()


def test_what_no_longer_holds_is_gone_and_comes_back(alice, pair) -> None:
    note = Candidate.unscoped.get()
    record = type(_note(alice, note)).unscoped.get(pk=note.record_id)
    edit_note(alice, record, title="505-555-0777")
    raise_links(None, "note", [record.pk])
    assert candidates(alice).count() == 0
    edit_note(alice, record, title=NUMBER)
    raise_links(None, "note", [record.pk])
    assert candidates(alice).count() == 1


def test_a_no_is_not_raised_again_until_something_compared_changes(alice, remains) -> None:
    judge(alice, remains, **NO)
    record = _note(alice, remains)
    edit_note(alice, record, count=3)
    raise_links(None, "note", [record.pk])
    assert queue(alice, Narrowing()).count() == candidates(alice, Narrowing()).count() == 0
    edit_note(alice, record, story=f"{record.story}, tattoo of a rose on back")
    raise_links(None, "note", [record.pk])
    assert candidates(alice, Narrowing()).count() == 1


def test_a_deleted_record_takes_its_pairs_along(alice, charlie) -> None:
    mine = titled(alice, NUMBER, level="pointer")
    titled(charlie, NUMBER, level="pointer")
    delete_record(None, mine, authority="A test")
    assert not Candidate.unscoped.exists()


def _note(alice, pair):
    return Note.unscoped.get(pk=pair.record_id)


def opened(by, number: str = NUMBER, **values: object) -> Note:
    """Make an open note of somebody's agency that they opened."""
    made = notes.note(Agency.objects.get(pk=by.agency_id), title=number, level="open", **values)
    RecordHistory.objects.create(kind="note", record_id=made.pk, version=1, person_id=by.person_id, changes={})
    journal.note("note", [made.pk])
    return made


def receivers(note: Note) -> list[int]:
    """Return who is told when the links of a note are looked for."""
    raise_links(None, "note", [note.pk])
    rows = Notice.unscoped.filter(event="link_found", record_id=note.pk)
    return list(rows.values_list("person_id", flat=True))


def test_who_opened_a_record_is_told(alice, bob) -> None:
    first, second = opened(bob), opened(bob)
    raise_links(None, "note", [first.pk, second.pk])
    assert set(Notice.unscoped.filter(event="link_found").values_list("person_id", flat=True)) == {bob.person_id}


@pytest.mark.parametrize("gone", ["left", "barred from signing in", "another role"])
def test_a_supervisor_is_told_where_who_opened_it_works_there_no_more(alice, bob, gone) -> None:
    members, people = Membership.objects.filter(pk=bob.membership_id), Person.objects.filter(pk=bob.person_id)
    if gone == "left":
        members.update(active=False)
    elif gone == "another role":
        members.update(roles=["auditor"])
    else:
        people.update(is_active=False)
    opened(bob)
    assert receivers(opened(bob)) == [alice.person_id]


def test_nobody_is_told_where_neither_opener_nor_supervisor_works(alice, bob) -> None:
    Membership.objects.filter(pk=alice.membership_id).update(roles=["investigator"])
    titled(bob, NUMBER)
    assert receivers(titled(bob, NUMBER)) == []
    assert Candidate.unscoped.count() == 1


def test_an_agreement_that_ended_points_to_nobody(alice, charlie) -> None:
    Agreement.objects.filter(agency=charlie.agency_id).update(expires_at=timezone.now() - timedelta(minutes=1))
    titled(alice, NUMBER, level="pointer")
    titled(charlie, NUMBER, level="pointer")
    assert Candidate.unscoped.count() == 1
    assert not PointerHit.unscoped.exists()


def test_who_is_barred_from_their_own_record_is_told_nothing_of_it(alice, bob, charlie) -> None:
    mine = opened(bob)
    bar_person(alice, mine, person_id=bob.person_id, because="Her brother")
    titled(charlie, NUMBER, level="open")
    assert not Notice.unscoped.filter(person=bob.person_id, event="link_found").exists()
