"""Notices: written with the deed, seen while their record is, mailed without a word of it, escalated when unseen."""

from datetime import timedelta

import pytest
from django.core import mail
from django.db import transaction
from django.utils import timezone

from manumit.spine import audit
from manumit.spine.access.models import Release
from manumit.spine.identity.actor import Actor
from manumit.spine.identity.models import Membership, Person
from manumit.spine.records import holds, retaining
from manumit.spine.records.actions.place_hold import place_hold
from manumit.spine.workflow import jobs
from manumit.spine.workflow.actions.escalate_notice import escalate_notice, unseen
from manumit.spine.workflow.actions.pause_clock import pause_clock
from manumit.spine.workflow.actions.resume_clock import resume_clock
from manumit.spine.workflow.actions.see_notices import see_notices
from manumit.spine.workflow.actions.start_clock import start_clock
from manumit.spine.workflow.actions.tell_of_clock import tell_of_clock, untold
from manumit.spine.workflow.actions.wish_notices import wish_notices
from manumit.spine.workflow.beside import beside
from manumit.spine.workflow.models import Notice, RunningClock
from manumit.spine.workflow.notices import Receiver
from manumit.spine.workflow.notices.telling import tell
from manumit.spine.workflow.refusing import Refused


def joined(actor: Actor, *roles: str) -> Actor:
    """Make the actor a member, so that jobs can find them, and return them."""
    Membership.objects.create(person_id=actor.person_id, agency_id=actor.agency_id, roles=list(roles), active=True)
    return actor


@pytest.fixture
def told(alice, bob, note):
    """Tell Bob, a member, of something Alice did beside the note."""
    joined(bob, "supervisor")
    tell("task_given", beside(note), [Receiver(bob.person_id, bob.agency_id)], alice)
    return Notice.unscoped.get()


def hide(note) -> None:
    """Take the note from Alice's agency."""
    other = type(note.owner).objects.create(name="Third", short_name="T", kind="local")
    audit.record(None, "note.give", kind="note", record_id=note.pk)
    type(note).unscoped.filter(pk=note.pk).update(owner=other)


def test_its_receiver_sees_it_and_nobody_else(told, alice, bob, charlie):
    assert Notice.objects.visible_to(bob).get() == told
    assert not Notice.objects.visible_to(alice).exists()
    assert not Notice.objects.visible_to(charlie).exists()
    elsewhere = Actor(bob.person_id, charlie.agency_id, bob.roles, bob.purpose, bob.agency_kind)
    assert not Notice.objects.visible_to(elsewhere).exists(), "it belongs to the agency Bob acts for"


def test_it_vanishes_with_the_record_and_comes_back_with_a_release(told, bob, note):
    hide(note)
    assert not Notice.objects.visible_to(bob).exists()
    type(note).unscoped.filter(pk=note.pk).update(level="open")
    assert Notice.objects.visible_to(bob).exists()
    assert not Release.objects.exists()


def test_nobody_is_told_of_their_own_deed(alice, note):
    tell("task_given", beside(note), [Receiver(alice.person_id, alice.agency_id)], alice)
    assert not Notice.unscoped.exists()


def test_a_roll_back_leaves_no_notice(alice, bob, note):
    with transaction.atomic():
        tell("task_given", beside(note), [Receiver(bob.person_id, bob.agency_id)], alice)
        transaction.set_rollback(True)
    assert not Notice.unscoped.exists()


@pytest.mark.parametrize("language", ["en", "es"])
def test_mail_says_nothing_of_it(told, bob, alice, note, language):
    Person.objects.filter(pk=bob.person_id).update(language=language)
    jobs.mail_notices(person=bob.person_id)
    jobs.mail_notices(person=bob.person_id)
    (sent,) = mail.outbox
    text = f"{sent.subject} {sent.body}".lower()
    person = Person.objects.get(pk=bob.person_id)
    secrets = (
        note.number,
        "task",
        "tarea",
        "agency 0",
        "a0",
        "alice",
        person.full_name,
        "http",
        "manumit",
        "case",
        "caso",
    )
    assert [secret for secret in secrets if secret.lower() in text] == []
    assert sent.to == [person.email]
    assert "notice" in text if language == "en" else "aviso" in text
    assert Notice.unscoped.get().mail == "sent"


def test_no_mail_once_the_record_is_hidden(told, bob, note):
    hide(note)
    jobs.mail_notices(person=bob.person_id)
    assert mail.outbox == []
    assert Notice.unscoped.get().mail == "withheld"


def test_no_mail_for_what_was_seen(told, bob):
    assert see_notices(bob) == 1
    assert see_notices(bob, [told.pk]) == 0
    jobs.mail_notices(person=bob.person_id)
    assert mail.outbox == []


def test_nobody_marks_anothers_as_seen(told, alice):
    assert see_notices(alice, [told.pk]) == 0
    assert Notice.unscoped.get().seen_at is None


def test_people_choose_when_mail_comes(alice, bob, note):
    joined(bob, "supervisor")
    wish_notices(bob, {"task_given": "never", "task_done": "daily"})
    wish_notices(bob, {"task_given": "daily"})
    for event in ("task_given", "task_done"):
        tell(event, beside(note), [Receiver(bob.person_id, bob.agency_id)], alice)
    jobs.mail_notices(person=bob.person_id)
    assert mail.outbox == []
    jobs.mail_daily()
    assert len(mail.outbox) == 1, "one mail for both"
    for wrong in ({"nonsense": "daily"}, {"task_given": "hourly"}):
        with pytest.raises(Refused):
            wish_notices(bob, wrong)


def test_an_unseen_urgent_notice_goes_to_the_supervisors_once(alice, bob, note):
    joined(bob, "supervisor")
    tell("clock_overdue", beside(note), [Receiver(alice.person_id, alice.agency_id)])
    assert unseen() == []
    Notice.unscoped.update(escalates_at=timezone.now() - timedelta(minutes=1))
    (late,) = unseen()
    escalate_notice(None, late)
    escalate_notice(None, late)
    assert [row.event for row in Notice.objects.visible_to(bob)] == ["unseen"]
    assert Notice.objects.visible_to(alice).get().escalates_at is None


def test_of_a_clock_people_are_told_once_in_each_state(alice, bob, note, clocks):
    joined(alice, "investigator")
    joined(bob, "supervisor")
    clock = start_clock(alice, note, clocks["ncic_entry"], started_at=timezone.now() - timedelta(minutes=100))
    for _ in range(2):
        for each in untold():
            tell_of_clock(None, each)
    assert [row.event for row in Notice.objects.visible_to(alice)] == ["clock_soon"]
    assert not Notice.objects.visible_to(bob).exists()
    RunningClock.unscoped.update(due_at=timezone.now() - timedelta(minutes=1))
    jobs.tell_of_clocks()
    jobs.tell_of_clocks()
    assert [row.event for row in Notice.objects.visible_to(bob)] == ["clock_overdue"]
    assert Notice.objects.visible_to(alice).count() == 2
    assert RunningClock.unscoped.get().told == "overdue"
    assert clock.told == ""


def test_a_clock_that_moved_is_told_of_anew(alice, note, clocks):
    joined(alice, "investigator")
    clock = start_clock(alice, note, clocks["ncic_entry"], started_at=timezone.now() - timedelta(minutes=100))
    jobs.tell_of_clocks()
    pause_clock(alice, clock, because="System down")
    jobs.tell_of_clocks()
    resume_clock(alice, clock)
    jobs.tell_of_clocks()
    assert Notice.objects.visible_to(alice).filter(event="clock_soon").count() == 2


def test_notices_go_after_three_years_unless_their_record_is_held(told, bob, note):
    years_later = timezone.now() + timedelta(days=4 * 366)
    assert [line.model for line in retaining.plan(years_later).lines] == ["workflow.Notice"]
    place_hold(bob, note, reason="Appeal", authority="Court order")
    assert retaining.plan(years_later).lines == ()
    assert holds.live("note", [note.pk])
