"""Tasks, notes, approvals, flags, watches and links: each by its verb, beside a record, for its own agency."""

from datetime import timedelta

import pytest
from django.db import DatabaseError, transaction
from django.utils import timezone

from manumit.spine import audit
from manumit.spine.access import Hidden, find
from manumit.spine.access.beside import models_beside
from manumit.spine.identity.actor import Actor
from manumit.spine.identity.models import Membership
from manumit.spine.records import action, change
from manumit.spine.records.actions.delete_record import delete_record
from manumit.spine.records.tests import notes
from manumit.spine.workflow import jobs, questions
from manumit.spine.workflow.actions.ask_approval import ask_approval
from manumit.spine.workflow.actions.correct_note import correct_note
from manumit.spine.workflow.actions.decide_approval import decide_approval
from manumit.spine.workflow.actions.end_link import end_link
from manumit.spine.workflow.actions.end_watch import end_watch
from manumit.spine.workflow.actions.finish_task import finish_task
from manumit.spine.workflow.actions.give_task import give_task
from manumit.spine.workflow.actions.link_records import link_records
from manumit.spine.workflow.actions.lower_flag import lower_flag
from manumit.spine.workflow.actions.raise_flag import raise_flag
from manumit.spine.workflow.actions.reassign_task import reassign_task
from manumit.spine.workflow.actions.start_clock import start_clock
from manumit.spine.workflow.actions.watch_record import watch_record
from manumit.spine.workflow.actions.withdraw_task import withdraw_task
from manumit.spine.workflow.actions.write_note import write_note
from manumit.spine.workflow.models import Approval, Flag, Note, Notice, RecordLink, Task, Watch
from manumit.spine.workflow.refusing import Refused

TOMORROW = timezone.localdate() + timedelta(days=1)
YESTERDAY = timezone.localdate() - timedelta(days=1)


def member(actor: Actor) -> Membership:
    """The actor's membership, so that jobs and assignments find them."""
    found, _ = Membership.objects.get_or_create(
        person_id=actor.person_id, agency_id=actor.agency_id, defaults={"roles": sorted(actor.roles)}
    )
    return found


@pytest.fixture(autouse=True)
def members(alice, bob, charlie) -> None:
    """All three are members of their agencies."""
    for actor in (alice, bob, charlie):
        member(actor)


@pytest.fixture
def other(kind, agencies) -> notes.Note:
    """A second note of Alice's agency."""
    return notes.note(agencies[0], title="Second")


@pytest.fixture
def opened(note) -> notes.Note:
    """The note, opened to everybody."""
    audit.record(None, "note.open", kind="note", record_id=note.pk)
    type(note).unscoped.filter(pk=note.pk).update(level="open")
    note.refresh_from_db()
    return note


def test_a_task_is_given_told_and_done_with_a_result(alice, bob, note):
    task = give_task(alice, note, title=" Call the mother ", assignee=member(bob), due_on=TOMORROW)
    assert (task.title, Notice.objects.visible_to(bob).get().event) == ("Call the mother", "task_given")
    with pytest.raises(Refused, match="came of it"):
        finish_task(bob, task, result=" ")
    finish_task(bob, task, result="She has heard nothing")
    assert Task.objects.visible_to(alice).get().result == "She has heard nothing"
    assert Notice.objects.visible_to(alice).get().event == "task_done"
    with pytest.raises(Refused, match="no longer open"):
        withdraw_task(alice, task, because="x")


def test_a_stranger_gives_and_gets_no_task(alice, charlie, note):
    with pytest.raises(Hidden):
        give_task(charlie, note, title="x", assignee=member(charlie))
    with pytest.raises(Refused, match="may not work"):
        give_task(alice, note, title="x", assignee=member(charlie))


def test_another_agency_gets_one_while_it_may_work_on_the_record(alice, charlie, opened):
    task = give_task(alice, opened, title="Ask at the station", assignee=member(charlie))
    assert Task.objects.visible_to(charlie).get() == task
    with pytest.raises(Refused, match="Only the agency that gave"):
        withdraw_task(charlie, task, because="No")
    write_note(charlie, opened, text="Ours alone")
    assert not Note.objects.visible_to(alice).exists(), "each agency keeps its own notes"
    type(opened).unscoped.filter(pk=opened.pk).update(level="restricted")
    assert not Task.objects.visible_to(charlie).exists()
    with pytest.raises(Hidden):
        finish_task(charlie, task, result="x")


def test_a_task_changes_hands_and_says_so(alice, bob, note):
    task = give_task(alice, note, title="x", assignee=member(alice), due_on=YESTERDAY)
    jobs.tell_of_tasks()
    jobs.tell_of_tasks()
    assert [row.event for row in Notice.objects.visible_to(alice)] == ["task_overdue"]
    task = reassign_task(alice, task, assignee=member(bob), due_on=TOMORROW)
    assert (task.assignee_id, task.overdue(), task.told) == (bob.person_id, False, False)
    assert withdraw_task(alice, task, because="Solved").state == "withdrawn"
    with pytest.raises(Refused):
        reassign_task(alice, task, assignee=member(bob), due_on=None)


def test_a_note_is_corrected_never_rewritten(alice, bob, charlie, note):
    first = write_note(alice, note, text="Blue truck", source="A neighbour")
    second = correct_note(bob, first, text="Green truck", source="A neighbour")
    assert [row.text for row in Note.objects.visible_to(alice).order_by("id")] == ["Blue truck", "Green truck"]
    with pytest.raises(Refused, match="meanwhile"):
        correct_note(alice, first, text="Red truck")
    with pytest.raises(Refused, match="Nothing to correct"):
        correct_note(alice, second, text="Green truck ", source="A neighbour")
    with pytest.raises(Refused):
        write_note(alice, note, text=" ")
    with pytest.raises(Hidden):
        correct_note(charlie, second, text="x")
    with pytest.raises(DatabaseError, match="append-only"), transaction.atomic():
        Note.unscoped.filter(pk=first.pk).update(text="Nothing")


def test_nobody_approves_their_own_question(alice, bob, charlie, note):
    asked = ask_approval(alice, note, question="May we search?", role="supervisor")
    assert Notice.objects.visible_to(bob).get().event == "approval_asked"
    with pytest.raises(Refused, match="another role"):
        decide_approval(Actor(99, alice.agency_id, alice.roles, alice.purpose, "tribal"), asked, answer="approved")
    with pytest.raises(Hidden):
        decide_approval(charlie, asked, answer="approved")
    with pytest.raises(Refused, match="Approve or refuse"):
        decide_approval(bob, asked, answer="perhaps")
    with pytest.raises(Refused, match="why"):
        decide_approval(bob, asked, answer="refused")
    assert decide_approval(bob, asked, answer="refused", words="Get a warrant first").answer == "refused"
    assert Notice.objects.visible_to(alice).get().event == "approval_decided"
    with pytest.raises(Refused, match="already"):
        decide_approval(bob, asked, answer="approved")
    with pytest.raises(Refused, match="themselves"):
        decide_approval(bob, _asked_by(bob, alice, note), answer="approved")


def _asked_by(asker: Actor, other: Actor, note) -> Approval:
    Membership.objects.filter(person=other.person_id).update(roles=["supervisor"])
    return ask_approval(asker, note, question="And I?", role="supervisor")


def test_an_approval_nobody_else_could_give_is_not_asked(bob, note):
    with pytest.raises(Refused, match="Nobody else"):
        ask_approval(bob, note, question="x", role="supervisor")
    with pytest.raises(Refused, match="no such role"):
        ask_approval(bob, note, question="x", role="king")


def test_the_database_too_wants_another_person(alice, bob, note):
    asked = ask_approval(alice, note, question="x", role="supervisor")
    with pytest.raises(DatabaseError, match="approval_by_another_person"), transaction.atomic():
        Approval.unscoped.filter(pk=asked.pk).update(
            answer="approved", decided_by=alice.person_id, decided_at=timezone.now()
        )


def test_a_flag_ends_by_itself_or_by_hand(alice, note, charlie):
    with pytest.raises(Refused, match="between today"):
        raise_flag(alice, note, text="Armed", ends_on=YESTERDAY)
    with pytest.raises(Refused, match="between today"):
        raise_flag(alice, note, text="Armed", ends_on=TOMORROW + timedelta(days=366))
    with pytest.raises(Hidden):
        raise_flag(charlie, note, text="Armed", ends_on=TOMORROW)
    flag, second = (raise_flag(alice, note, text=text, ends_on=TOMORROW) for text in ("Armed", "Dog"))
    assert lower_flag(alice, flag, because="Not so").stands() is False
    with pytest.raises(Refused, match="no longer"):
        lower_flag(alice, flag, because="Not so")
    Flag.unscoped.filter(pk=second.pk).update(ends_on=YESTERDAY)
    jobs.tell_of_flags()
    jobs.tell_of_flags()
    assert [row.event for row in Notice.objects.visible_to(alice)] == ["flag_ended"]


@action("note.edit")
def edit(actor: Actor, note, title: str) -> None:
    """Change a note's title."""
    change(note, actor, {"title": title}, expected_version=note.version, source="Somebody")
    audit.record(actor, "note.edit", kind="note", record_id=note.pk)


def test_who_watches_is_told_of_others_changes_once(alice, bob, charlie, note):
    watch = watch_record(bob, note, ends_on=TOMORROW)
    with pytest.raises(Hidden):
        watch_record(charlie, note, ends_on=TOMORROW)
    edit(bob, note, "By Bob himself")
    jobs.tell_of_changes()
    assert not Notice.objects.visible_to(bob).exists()
    edit(alice, note, "By Alice")
    jobs.tell_of_changes()
    jobs.tell_of_changes()
    assert [row.event for row in Notice.objects.visible_to(bob)] == ["watched"]
    assert watch_record(bob, note, ends_on=TOMORROW + timedelta(days=9)).pk == watch.pk
    assert not Watch.objects.visible_to(alice).exists(), "what Bob watches is his own business"
    with pytest.raises(Refused):
        end_watch(alice, watch)
    end_watch(bob, watch)
    edit(alice, note, "Again")
    jobs.tell_of_changes()
    assert Notice.objects.visible_to(bob).count() == 1


def test_a_link_is_seen_from_both_sides_by_who_may_read_both(alice, charlie, note, other):
    said = {"link_type": "same_means", "basis": "The same plate", "source": "Camera"}
    link = link_records(alice, note, other, **said)
    for side in (note, other):
        assert RecordLink.objects.visible_to(alice).beside(side).get() == link
    with pytest.raises(Refused, match="already"):
        link_records(alice, other, note, **said)
    with pytest.raises(Refused, match="itself"):
        link_records(alice, note, note, **said)
    for missing in ("basis", "source", "link_type"):
        with pytest.raises(Refused):
            link_records(alice, note, other, **{**said, missing: " "})
    with pytest.raises(Hidden):
        link_records(charlie, note, other, **said)
    end_link(alice, link, because="Another truck")
    with pytest.raises(Refused, match="ended"):
        end_link(alice, link, because="Another truck")
    assert link_records(alice, note, other, **said).pk != link.pk


def test_a_link_is_hidden_with_either_record(alice, agencies, note, other):
    link_records(alice, note, other, link_type="same_way", basis="x", source="y")
    audit.record(None, "note.give", kind="note", record_id=other.pk)
    type(other).unscoped.filter(pk=other.pk).update(owner=agencies[1])
    assert not RecordLink.objects.visible_to(alice).exists()


def test_all_goes_with_the_record(alice, bob, note, other, clocks):
    start_clock(alice, note, clocks["ncic_entry"])
    give_task(alice, note, title="x", assignee=member(bob))
    correct_note(alice, write_note(alice, note, text="x"), text="y")
    ask_approval(alice, note, question="x", role="supervisor")
    raise_flag(alice, note, text="x", ends_on=TOMORROW)
    watch_record(alice, note, ends_on=TOMORROW)
    link_records(alice, other, note, link_type="same_way", basis="x", source="y")
    delete_record(None, note, authority="Schedule")
    assert [model for model in models_beside() if model.unscoped.filter(record_id=note.pk).exists()] == []
    delete_record(None, other, authority="Schedule")
    assert not RecordLink.unscoped.exists()


def counted(actor, record):
    """Count by the querysets that pages of work use."""
    flags = Flag.objects.visible_to(actor).beside(record).filter(lowered_at=None, ends_on__gte=timezone.localdate())
    tasks = Task.objects.visible_to(actor).beside(record).filter(state="open")
    return {"flag": flags.count(), "task": tasks.count(), "clock": 0}


def test_what_stands_beside_a_record_is_counted_as_it_is_listed(alice, bob, charlie, opened, other):
    lower_flag(alice, raise_flag(alice, opened, text="Gone", ends_on=TOMORROW), because="Over")
    raise_flag(alice, opened, text="Stands", ends_on=TOMORROW)
    give_task(alice, opened, title="Ours", assignee=member(bob), due_on=TOMORROW)
    give_task(bob, opened, title="Ours too", assignee=member(bob), due_on=TOMORROW)
    give_task(alice, other, title="Beside another", assignee=member(bob), due_on=TOMORROW)
    for actor in (alice, bob, charlie):
        assert questions.standing_beside(actor, opened) == counted(actor, opened)
        found = find(actor, "read_summary", "note", opened.number)
        assert questions.standing_beside(actor, found) == counted(actor, opened)
    assert questions.standing_beside(alice, opened) == {"flag": 1, "task": 2, "clock": 0}
    assert questions.standing_beside(charlie, opened) == {"flag": 0, "task": 0, "clock": 0}
