"""A calendar program reads numbers and days by a secret address; a person sees what they watch."""

import re
from datetime import timedelta

import icalendar
from django.test import Client
from django.utils import timezone

from manumit.spine import audit
from manumit.spine.administration.tests.signing_in import browser_of
from manumit.spine.identity.models import Membership, Person
from manumit.spine.workflow import questions
from manumit.spine.workflow.actions.give_task import give_task
from manumit.spine.workflow.actions.start_clock import start_clock
from manumit.spine.workflow.actions.watch_record import watch_record
from manumit.spine.workflow.models import Watch

TODAY = timezone.localdate()
SECRET = "Ask the girl's aunt"


def address_of(actor) -> str:
    """Make an address on the page, as a person does, and return its path."""
    page = browser_of(actor).post("/calendar/new/").content.decode()
    found = re.search(r"/calendar/[^/]+/feed\.ics", page)
    assert found
    return found.group()


def events(path: str) -> list[icalendar.Event]:
    """Read the feed as a calendar program does, without signing in."""
    answer = Client().get(path)
    assert answer.status_code == 200
    assert answer["Content-Type"] == "text/calendar; charset=utf-8"
    assert not answer.cookies
    book = icalendar.Calendar.from_ical(answer.content)
    assert (str(book["version"]), bool(book["prodid"])) == ("2.0", True)
    assert b"aunt" not in answer.content
    for line in answer.content.split(b"\r\n"):
        assert len(line) <= 75, "RFC 5545, 3.1"
    return list(book.walk("VEVENT"))


def test_the_feed_is_a_calendar_that_names_numbers_and_days_alone(alice, bob, note, clocks, members):
    give_task(bob, note, title=SECRET, assignee=members["alice"], due_on=TODAY + timedelta(days=3))
    clock = start_clock(bob, note, clocks["ncic_entry"])
    day, moment = sorted(events(address_of(alice)), key=lambda each: str(each["uid"]), reverse=True)
    assert str(day["uid"]).startswith("task-")
    assert (day.decoded("dtstart"), day.decoded("dtend")) == (TODAY + timedelta(days=3), TODAY + timedelta(days=4))
    assert moment.decoded("dtend") == clock.due_at.replace(microsecond=0)
    for event in (day, moment):
        assert str(event["summary"]).endswith(note.number)
        assert event["class"] == "CONFIDENTIAL"
        assert str(event["uid"]).endswith("@testserver")
        assert event["dtstamp"]
        assert "description" not in event


def test_an_address_opens_what_its_maker_may_see_now_and_nothing_once_it_ends(alice, note, members, agencies):
    give_task(alice, note, title="x", assignee=members["alice"], due_on=TODAY)
    first = address_of(alice)
    assert len(events(first)) == 1
    second = address_of(alice)
    assert Client().get(first).status_code == 404, "a new address stops the one before"
    audit.record(None, "note.give", kind="note", record_id=note.pk)
    type(note).unscoped.filter(pk=note.pk).update(owner=agencies[1])
    assert events(second) == []
    browser_of(alice).post("/calendar/revoke/")
    assert Client().get(second).status_code == 404


def test_it_ends_with_the_membership(alice, members):
    path = address_of(alice)
    Membership.objects.filter(pk=members["alice"].pk).update(active=False)
    assert Client().get(path).status_code == 404


def test_what_does_not_fit_is_said_in_its_makers_language(alice, note, members, monkeypatch):
    give_task(alice, note, title="x", assignee=members["alice"], due_on=TODAY)
    Person.objects.filter(pk=alice.person_id).update(language="es")
    path = address_of(alice)
    assert len(events(path)) == 1
    monkeypatch.setattr(questions, "DATED", 1)
    assert any("calendario" in str(each["summary"]) for each in events(path))


def test_a_persons_own_work_stands_however_much_their_agency_has(alice, bob, note, members, monkeypatch):
    monkeypatch.setattr(questions, "MOST", 3)
    for _ in range(5):
        give_task(alice, note, title="Bob's", assignee=members["bob"], due_on=TODAY - timedelta(days=9))
    give_task(bob, note, title="Mine", assignee=members["alice"])
    work = questions.my_work(alice)
    assert [line.title for line in work.mine] == ["Mine"]
    assert work.more
    give_task(bob, note, title="Due", assignee=members["alice"], due_on=TODAY)
    assert len(events(address_of(alice))) == 1


def test_what_is_watched_is_listed_to_the_watcher_alone(alice, bob, note, agencies):
    watch_record(alice, note, ends_on=TODAY + timedelta(days=9))
    assert note.number in browser_of(alice).get("/watches/").content.decode()
    assert note.number not in browser_of(bob).get("/watches/").content.decode()
    assert questions.watch_list(bob) == []
    audit.record(None, "note.give", kind="note", record_id=note.pk)
    type(note).unscoped.filter(pk=note.pk).update(owner=agencies[1])
    assert note.number not in browser_of(alice).get("/watches/").content.decode()


def test_a_watch_that_ended_is_listed_no_more(alice, note):
    watch_record(alice, note, ends_on=TODAY)
    Watch.unscoped.update(ends_on=TODAY - timedelta(days=1))
    assert questions.watch_list(alice) == []
