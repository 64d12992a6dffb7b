"""Screens open for those with a part in the plan and do not exist for others; a quarter is answered on one page."""

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from manumit.modules.action_plan.actions.publish_commitment import publish_commitment, withdraw_commitment
from manumit.modules.action_plan.models import Commitment, Filing, ProgressUpdate, PublicCommitment
from manumit.modules.action_plan.questions import reporting_quarter, today

FORM = {
    "status": "in_progress",
    "public_text": "Two surveys are out.",
    "reason": "",
    "new_due_on": "",
    "internal_text": "",
}


def posted(commitment, **values):
    return {f"{commitment.number}-{name}": value for name, value in {**FORM, **values}.items()}


def queries(browser: Client, address: str) -> int:
    browser.get(address)
    with CaptureQueriesContext(connection) as seen:
        assert browser.get(address).status_code == 200
    return len(seen)


def test_a_contact_answers_a_quarter_at_once(as_person, cora, a_commitment) -> None:
    one, two, three = a_commitment(), a_commitment(title="Train inspectors"), a_commitment(title="Open an office")
    browser = as_person(cora)
    assert b"Train inspectors" in browser.get("/plan/quarter/").content
    answers = {**posted(one), **posted(two, status="completed"), **posted(three, status="", public_text="")}
    page = browser.post("/plan/quarter/", {**answers, "submit": "1"}, follow=True)
    assert b"needs evidence" in page.content
    states = dict(ProgressUpdate.unscoped.values_list("commitment__title", "state"))
    assert states == {"Publish four surveys": "submitted", "Train inspectors": "draft"}


def test_half_an_answer_is_shown_again_and_nothing_saved(as_person, cora, commitment) -> None:
    page = as_person(cora).post("/plan/quarter/", posted(commitment, public_text=""))
    assert page.status_code == 422
    assert b"leave both empty" in page.content
    assert not ProgressUpdate.unscoped.exists()


def test_the_quarter_costs_as_many_queries_for_two_as_for_twenty(as_person, cora, a_commitment) -> None:
    browser = as_person(cora)
    a_commitment()
    few = queries(browser, "/plan/quarter/")
    for number in range(20):
        a_commitment(title=f"Promise {number}")
    assert queries(browser, "/plan/quarter/") == few


def test_the_secretariat_files_from_a_document_on_screen(as_person, sia, cora, plan) -> None:
    from django.core.files.uploadedfile import SimpleUploadedFile

    browser = as_person(sia)
    file = SimpleUploadedFile("sheet.md", b"# Prevention\n\nThe Department of Labor will publish four surveys.\n")
    page = browser.post(
        "/plan/documents/read/",
        {"file": file, "document_kind": "fact_sheet", "title": "Fact sheet", "plan": plan.number},
        follow=True,
    )
    assert b'<mark><a href="#proposal-1">The Department of Labor will publish four surveys.</a></mark>' in page.content
    browser.post(page.request["PATH_INFO"], {"position": "1", "decision": "accept", "title": "Publish four surveys"})
    assert Filing.unscoped.get().decision == "accepted"
    assert Commitment.unscoped.get().owner_id == cora.agency_id


def test_a_file_that_cannot_be_read_is_said_so(as_person, sia) -> None:
    from django.core.files.uploadedfile import SimpleUploadedFile

    file = SimpleUploadedFile("sheet.pdf", b"%PDF-1.7 broken")
    page = as_person(sia).post("/plan/documents/read/", {"file": file, "document_kind": "report"})
    assert page.status_code == 422
    assert b"cannot be read" in page.content


@pytest.mark.parametrize(
    "path", ["commitments/{0}/", "commitments/{0}/evidence/", "reports/{1}/", "reports/{1}/step/accept/"]
)
def test_a_stranger_finds_nothing(as_person, charlie, commitment, report, path: str) -> None:
    update = report(commitment, until="approved")
    assert as_person(charlie).get(f"/plan/{path.format(commitment.number, update.number)}").status_code == 404
    assert as_person(charlie).get("/plan/commitments/AC-NONE/").status_code == 404


def test_public_pages_need_no_sign_in_and_hold_nothing_internal(commitment, report, sia) -> None:
    publish_commitment(sia, commitment, expected_version=commitment.version)
    report(commitment, internal_text="SECRET-REMARK")
    browser = Client()
    for address in ("", f"{commitment.number}/", "feed.atom", "due.ics", "data.csv", "data.json", "plan.stratml.xml"):
        answer = browser.get(f"/promises/{address}")
        assert answer.status_code == 200, address
        assert b"SECRET-REMARK" not in answer.content
        assert b"Publish four surveys" in answer.content.replace(b"\r\n ", b""), address
        page = answer["Content-Type"].startswith("text/html")
        assert answer["Cache-Control"] == ("no-store" if page else "public, no-cache")


def test_a_withdrawal_is_gone_at_once_from_all_that_is_kept(commitment, sia) -> None:
    publish_commitment(sia, commitment, expected_version=commitment.version)
    browser, address = Client(), f"/promises/{commitment.number}/"
    first = browser.get(address)
    assert browser.get(address, headers={"If-None-Match": first["ETag"]}).status_code == 304
    withdraw_commitment(sia, commitment, expected_version=commitment.version)
    assert browser.get(address, headers={"If-None-Match": first["ETag"]}).status_code == 404
    assert b"Publish four surveys" not in browser.get("/promises/").content
    assert not PublicCommitment.objects.exists()


def test_a_kept_page_costs_one_query(commitment, sia) -> None:
    publish_commitment(sia, commitment, expected_version=commitment.version)
    assert queries(Client(), "/promises/") == 1


def test_the_address_narrows_the_list_and_noise_does_not_fill_the_store(a_commitment, sia) -> None:
    for values in ({"pillar": "prevention"}, {"pillar": "protection", "title": "Open a shelter"}):
        commitment = a_commitment(**values)
        publish_commitment(sia, commitment, expected_version=commitment.version)
    browser = Client()
    page = browser.get("/promises/?pillar=protection").content
    assert b"Open a shelter" in page
    assert b"Publish four surveys" not in page
    assert browser.get("/promises/?noise=1")["ETag"] == browser.get("/promises/?noise=2")["ETag"]
    assert "Qué se prometió" in browser.get("/promises/?lang=es").content.decode()


def test_the_reporting_quarter_is_the_last_that_ended() -> None:
    from datetime import date

    assert reporting_quarter(date(2026, 1, 2)) == "2025-Q4"
    assert reporting_quarter(date(2026, 12, 31)) == "2026-Q3"
    assert today().year >= 2024
