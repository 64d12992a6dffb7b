"""A quarter is answered in one sitting, 25 lines at a time; nobody's words are lost or put under another's name."""

import re

import pytest

from manumit.modules.action_plan.models import ProgressUpdate
from manumit.modules.action_plan.pages.quarter import PAGE

from .conftest import acting
from .test_screens import posted

ADDRESS = "/plan/quarter/"


@pytest.fixture
def nora(db):
    """A second contact of Labor."""
    return acting("Nora", "DOL", "plan_contact")


def version_of(commitment) -> dict[str, str]:
    return {f"{commitment.number}-version": str(ProgressUpdate.unscoped.get(commitment=commitment).version)}


def test_more_than_a_page_is_answered_by_one_button_from_page_to_page(as_person, cora, a_commitment) -> None:
    filed = sorted((a_commitment() for _ in range(PAGE + 2)), key=lambda each: each.number)
    browser = as_person(cora)
    first = browser.get(ADDRESS).content.decode()
    assert first.count("<textarea") == 2 * PAGE
    assert f"Lines 1 to {PAGE} of {PAGE + 2}" in first
    for commitment in filed:
        assert (commitment.number in first) != (commitment in filed[PAGE:])

    second = browser.post(ADDRESS, {**posted(filed[0]), "next": "1"}, follow=True)
    assert second.redirect_chain[-1][0].endswith("&page=2")
    assert filed[-1].number in second.content.decode()
    done = browser.post(f"{ADDRESS}?page=2", {**posted(filed[-1]), "submit": "1"}, follow=True)
    assert b"2 reports are with the lead." in done.content
    states = dict(ProgressUpdate.unscoped.values_list("commitment__number", "state"))
    assert states == {filed[0].number: "submitted", filed[-1].number: "submitted"}


@pytest.mark.parametrize("page", ["0", "99", "x", "-1"])
def test_a_page_there_is_not_shows_one_there_is(as_person, cora, commitment, page: str) -> None:
    assert commitment.number.encode() in as_person(cora).get(f"{ADDRESS}?page={page}").content


def test_what_most_answers_need_is_in_sight_the_rest_opens(as_person, cora, a_commitment, report) -> None:
    plain, late = a_commitment(), a_commitment(title="Train inspectors")
    report(plain, until="draft", quarter="2026-Q3", internal_text="")
    report(late, until="draft", quarter="2026-Q3", internal_text="", status="delayed")
    page = as_person(cora).get(f"{ADDRESS}?quarter=2026-Q3").content.decode()
    sections = re.findall(r'p-line" id="(.+?)".*?<details class="p-more"( open)?>', page, re.DOTALL)
    assert dict(sections) == {plain.number: "", late.number: " open"}


def test_anothers_untouched_draft_stays_theirs(as_person, cora, nora, commitment) -> None:
    as_person(cora).post(ADDRESS, posted(commitment))
    page = as_person(nora).post(ADDRESS, {**posted(commitment), **version_of(commitment)}, follow=True)
    assert b"Nothing new was answered." in page.content
    assert ProgressUpdate.unscoped.get().drafted_by_id == cora.person_id


def test_a_slower_hand_is_shown_both_and_decides(as_person, cora, nora, commitment) -> None:
    browser = as_person(nora)
    browser.get(ADDRESS)
    as_person(cora).post(ADDRESS, posted(commitment, public_text="Three are out."))
    theirs = browser.post(ADDRESS, posted(commitment, public_text="Four are out."))
    assert theirs.status_code == 422
    assert "“Three are out.”" in theirs.content.decode()
    assert ">\nFour are out.</textarea>" in theirs.content.decode(), "what was typed stays"
    assert ProgressUpdate.unscoped.get().public_text == "Three are out."

    browser.post(ADDRESS, {**posted(commitment, public_text="Four are out."), **version_of(commitment)})
    assert ProgressUpdate.unscoped.get().public_text == "Four are out."


def test_words_that_come_after_the_handing_on_are_not_lost_in_silence(as_person, cora, nora, commitment) -> None:
    as_person(cora).post(ADDRESS, {**posted(commitment), "submit": "1"})
    page = as_person(nora).post(ADDRESS, posted(commitment, public_text="All are out."))
    assert page.status_code == 422
    assert "Your words: All are out." in page.content.decode()
    assert ProgressUpdate.unscoped.get().public_text == "Two surveys are out."


def test_a_draft_is_not_emptied_in_silence(as_person, cora, commitment) -> None:
    browser = as_person(cora)
    browser.post(ADDRESS, posted(commitment))
    emptied = {**posted(commitment, status="", public_text=""), **version_of(commitment)}
    page = browser.post(ADDRESS, emptied)
    assert page.status_code == 422
    assert "A draft stands here already" in page.content.decode()
