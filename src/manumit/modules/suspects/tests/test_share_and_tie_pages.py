"""By page: released after a pause, recalled, why it is seen, ties, and the notices that wait."""

from datetime import timedelta

import pytest
from django.utils import timezone

from manumit.modules.suspects.actions.add_part import add_part
from manumit.modules.suspects.actions.open_suspect import open_suspect
from manumit.modules.suspects.models import SuspectCase
from manumit.spine.records.releasing import Terms
from manumit.spine.records.tests.notes import note as another_note
from manumit.spine.ui import faces
from manumit.spine.workflow.actions.release_record import recall, release_record

from .conftest import BY, opening
from .examples import PARTS
from .test_suspect_pages import text


@pytest.fixture(autouse=True)
def notes_have_pages(monkeypatch):
    """Notes are a kind of case that has a page."""
    face = faces.RecordFace("note", "Note", "suspects:show")
    found = (*faces.all_faces(), face)
    monkeypatch.setattr(faces, "all_faces", lambda: found)


def test_what_was_released_is_read_and_sharing_is_the_supervisors(suspect, alice, bob, charlie, as_person):
    here = f"/suspects/{suspect.number}/"
    ends = timezone.now() + timedelta(days=30)
    terms = Terms(charlie.agency_id, frozenset({"description"}), frozenset({"investigation"}), "Order 7", ends)
    made = release_record(bob, suspect, terms)
    there = as_person(charlie)
    assert "Marlow, Ed" in text(there.get(here))
    assert "Order 7" in text(there.get(f"{here}why/"))
    for page in ("sharing/", "ties/"):
        assert there.get(f"{here}{page}").status_code == 403
    assert as_person(alice).get(f"{here}sharing/").status_code == 403
    assert as_person(bob).get(f"{here}sharing/").status_code == 200
    recall(bob, suspect, made.pk)
    assert there.get(here).status_code == 404


def test_the_level_is_set_and_a_stale_page_is_told(suspect, bob, as_person):
    browser, here = as_person(bob), f"/suspects/{suspect.number}/sharing/"
    level = {"level": "pointer", "version": suspect.version, "source": "Chief"}
    assert browser.post(here, level).status_code == 302
    assert browser.post(here, {**level, "level": "open"}).status_code == 422


def test_ties_show_who_else_is_of_interest_and_are_added(suspect, alice, note, as_person, agencies):
    other = open_suspect(alice, note, opening())
    browser, here = as_person(alice), f"/suspects/{suspect.number}/ties/"
    shown = text(browser.get(here))
    assert other.number in shown
    assert note.number in shown
    second = another_note(agencies[0], title="Second")
    tie = {"number": second.number, "how": "Drove there too", "source": "Alice"}
    assert browser.post(f"{here}new/", {**tie, "number": "N-0000-000"}).status_code == 422
    assert browser.post(f"{here}new/", tie).status_code == 302
    assert second.number in text(browser.get(here))
    assert SuspectCase.unscoped.filter(suspect=suspect).count() == 2


def test_notices_that_wait_stand_on_a_page_the_home_panel_leads_to(suspect, alice, charlie, as_person):
    add_part(alice, suspect, "court_dates", PARTS["court_dates"], **BY)
    browser = as_person(alice)
    shown = text(browser.get("/suspects/notices/"))
    assert suspect.number in shown
    assert "Record it" in shown
    assert "/suspects/notices/" in text(browser.get("/"))
    assert suspect.number not in text(as_person(charlie).get("/suspects/notices/"))
