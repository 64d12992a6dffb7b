"""From the report by telephone to the sealed whereabouts, as people do it, without JavaScript."""

import re
from datetime import timedelta

import pytest
from django.utils import timezone

from manumit.modules.cases.models import Case
from manumit.spine.access import find
from manumit.spine.audit.models import Entry
from manumit.spine.records.releasing import Terms
from manumit.spine.workflow.actions.release_record import recall, release_record

REPORT = {
    "case_type": "missing", "acute": "on", "given_names": "Rosa", "family_name": "Tallgrass", "age": "17",
    "sex": "female", "last_seen": "about 5/2024", "last_seen_state": "MT", "last_seen_county": "Big Horn",
    "tribal_land": "yes", "circumstances": "Left on foot.", "source": "Mother, by telephone", "certainty": "estimated",
}  # fmt: skip


def opened(browser):
    response = browser.post("/cases/new/", REPORT)
    assert response.status_code == 302, response.content
    return response["Location"]


def version_in(page):
    return re.search(rb'name="version" value="(\d+)"', page.content)[1].decode()


def edit_of(browser, path):
    """Return what the browser would post of the edit form as shown."""
    form = browser.get(f"{path}edit/").context["form"]
    shown = {form.add_prefix(name): form[name].value() for name in form.fields}
    initial = {form.add_initial_prefix(name): form[name].initial for name in type(form).answers()}
    filled = {**shown, **initial, "source": "File", "certainty": "exact"}
    return {name: value for name, value in filled.items() if value not in (None, False)}


@pytest.mark.committed
def test_a_report_becomes_a_case(as_person, alice):
    browser = as_person(alice)
    page = browser.get(opened(browser)).content.decode()
    assert "Tallgrass, Rosa" in page
    assert "About May 2024" in page
    assert "Mother, by telephone" in page
    assert "estimated" in page


def test_a_report_that_breaks_a_rule_says_where(as_person, alice):
    refused = as_person(alice).post("/cases/new/", {**REPORT, "last_seen_state": "ZZ"})
    assert refused.status_code == 422
    assert refused.context["form"].errors["last_seen_state"]


def test_a_second_report_pauses_and_then_opens(as_person, alice):
    browser = as_person(alice)
    first = opened(browser)
    paused = browser.post("/cases/new/", REPORT)
    assert first.split("/")[2] in paused.content.decode()
    assert browser.post("/cases/new/", {**REPORT, "confirmed": "yes"}).status_code == 302
    assert Case.objects.visible_to(alice).count() == 2


def test_an_edit_saves_only_what_was_changed(as_person, alice):
    browser = as_person(alice)
    path = opened(browser)
    saved = browser.post(f"{path}edit/", {**edit_of(browser, path), "last_seen_city": "Hardin"})
    assert saved.status_code == 302, saved.context["form"].errors
    case = Case.objects.visible_to(alice).get()
    assert (case.last_seen_city, case.version, case.last_seen_precision) == ("Hardin", 2, "approximate")


def test_two_editors_choose_value_by_value(as_person, alice, sam):
    browser, other = as_person(alice), as_person(sam)
    path = opened(browser)
    mine = {**edit_of(browser, path), "last_seen_city": "Hardin", "place_detail": "By the bridge"}
    other.post(f"{path}edit/", {**edit_of(other, path), "last_seen_city": "Lodge Grass"})
    conflict = browser.post(f"{path}edit/", mine)
    assert conflict.status_code == 409
    assert "Lodge Grass" in conflict.content.decode()
    chosen = {**mine, "version": version_in(conflict), "keep_last_seen_city": "theirs", "keep_place_detail": "yours"}
    assert browser.post(f"{path}edit/", chosen).status_code == 302
    case = Case.objects.visible_to(alice).get()
    assert (case.last_seen_city, case.place_detail) == ("Lodge Grass", "By the bridge")


def test_a_serious_step_pauses_first(as_person, alice):
    browser = as_person(alice)
    path = opened(browser)
    answers = {"version": "1", "outcome": "located_safe", "confirmed_by": "Officer Vale"}
    paused = browser.post(f"{path}move/resolve/", answers)
    assert paused.status_code == 200
    assert Case.objects.visible_to(alice).get().state == "intake"
    assert browser.post(f"{path}move/resolve/", {**answers, "confirmed": "yes"}).status_code == 302
    assert Case.objects.visible_to(alice).get().outcome == "located_safe"


def test_only_a_supervisor_suspends_and_not_what_is_acute_nor_for_age(as_person, alice, sam):
    browser, supervisor = as_person(alice), as_person(sam)
    path = opened(browser)
    browser.post(f"{path}move/activate/", {"version": "1"})
    asked = {"version": "2", "reason": "no_leads", "review_on": "2030-01-01"}
    assert browser.post(f"{path}move/suspend/", asked).status_code == 403
    assert "acute" in supervisor.post(f"{path}move/suspend/", asked).content.decode()
    calmed = edit_of(browser, path)
    calmed.pop("acute")
    browser.post(f"{path}edit/", calmed)
    asked["version"] = "3"
    aged = supervisor.post(f"{path}move/suspend/", {**asked, "reason": "other", "words": "She turned 18"})
    assert aged.status_code == 422
    assert supervisor.post(f"{path}move/suspend/", asked).status_code == 302


@pytest.mark.committed
def test_whereabouts_are_read_with_a_reason_that_is_logged(as_person, alice, bob, monkeypatch):
    monkeypatch.setattr("manumit.spine.audit.sealed_reads_open", lambda: True)
    browser = as_person(alice)
    path = opened(browser)
    browser.post(
        f"{path}sealed/whereabouts/record/", {"version": "1", "place": "With an aunt", "wishes": "Tell nobody"}
    )
    assert b"With an aunt" not in browser.get(path).content
    assert b"With an aunt" not in browser.get(f"{path}sealed/whereabouts/").content
    assert browser.post(f"{path}sealed/whereabouts/", {"note": ""}).status_code == 422
    shown = browser.post(f"{path}sealed/whereabouts/", {"note": "Welfare visit"})
    assert b"With an aunt" in shown.content
    assert Entry.objects.filter(verb="case.reveal", detail__contains="Welfare visit").exists()
    assert as_person(bob).get(f"{path}sealed/whereabouts/").status_code == 403


@pytest.mark.committed
def test_while_the_log_stands_still_nothing_sealed_is_shown(as_person, alice, monkeypatch):
    monkeypatch.setattr("manumit.spine.audit.sealed_reads_open", lambda: False)
    browser = as_person(alice)
    path = opened(browser)
    browser.post(f"{path}sealed/whereabouts/record/", {"version": "1", "place": "With an aunt"})
    closed = browser.post(f"{path}sealed/whereabouts/", {"note": "Welfare visit"})
    assert (closed.status_code, b"With an aunt" in closed.content) == (503, False)


def test_a_release_opens_and_its_recall_closes(as_person, alice, sam, charlie):
    path = opened(as_person(alice))
    case, stranger = find(sam, "read_summary", "case", path.split("/")[2]), as_person(charlie)
    ends = timezone.now() + timedelta(days=90)
    groups, purposes = frozenset({"summary", "people"}), frozenset({"investigation"})
    made = release_record(sam, case, Terms(charlie.agency_id, groups, purposes, "Council resolution 7", ends))
    page = stranger.get(path).content.decode()
    assert "Tallgrass" in page
    assert "Left on foot" not in page
    assert "Mother, by telephone" in page
    recall(sam, case, made.pk)
    assert stranger.get(path).status_code == 404


def test_the_supervisor_says_how_far_it_is_shared_with_everybody(as_person, alice, sam, charlie):
    path = opened(as_person(alice))
    assert as_person(charlie).get(f"{path}sharing/").status_code == 404
    given = {"level": "pointer", "source": "Chief", "version": "1"}
    assert as_person(sam).post(f"{path}sharing/", given).status_code == 302
    assert find(sam, "read_summary", "case", path.split("/")[2]).level == "pointer"


@pytest.mark.committed
def test_who_looked_is_shown_to_the_owner(as_person, alice, sam):
    path = opened(as_person(alice))
    as_person(sam).get(path)
    assert b"Sam" in as_person(alice).get(f"{path}readers/").content


def test_a_hold_is_placed_and_lifted(as_person, alice, sam):
    path = opened(as_person(alice))
    supervisor = as_person(sam)
    supervisor.post(f"{path}hold/", {"reason": "Trial", "authority": "Order 12"})
    page = supervisor.get(f"{path}hold/")
    assert b"Order 12" in page.content
    hold = page.context["holds"][0].pk
    assert supervisor.post(f"{path}hold/{hold}/lift/", {"reason": "Over"}).status_code == 302
