"""Programs file, report, answer and read as people do; the public's reads need no token and hold what is published.

Cora and Lena of Labor (owner, colleague), Dan of Homeland Security (partner), Charlie (stranger).
"""

import json

import pytest
from django.test import Client

from manumit.modules.action_plan.actions.give_advice import give_advice
from manumit.modules.action_plan.actions.publish_commitment import publish_commitment, withdraw_commitment
from manumit.modules.action_plan.actions.recommend import recommend
from manumit.modules.action_plan.questions import today

ROOT = "/api/v1/action_plan"
REPORT = {
    "quarter": "2024-Q3", "status": "in_progress", "public_text": "Two are in the field.", "internal_text": "Doubt.",
}  # fmt: skip
NEW = {"agency_code": "DOL", "title": "Train", "verb": "train", "thing": "inspectors", "source": "The fact sheet"}


@pytest.fixture
def program(as_person):
    """Return a program that acts for an actor: `program(cora).post(path, body, version=3)`."""

    class Program:
        def __init__(self, actor) -> None:
            self.browser = as_person(actor)
            self.browser.get("/")

        def get(self, path: str):
            return self.browser.get(f"{ROOT}{path}")

        def post(self, path: str, body, version: int | None = None):
            headers = {} if version is None else {"If-Match": f'"{version}"'}
            sent = {"content_type": "application/json", "headers": headers}
            return self.browser.post(f"{ROOT}{path}", json.dumps(body), **sent)

    return Program


def test_a_report_goes_its_way_by_program(program, commitment, cora, lena, sia) -> None:
    place = f"/commitments/{commitment.number}"
    made = program(cora).post(f"{place}/reports", REPORT)
    assert made.status_code == 201, made.content
    number, version = made.json()["number"], made.json()["version"]
    assert made.json()["steps"] == ["submit"]
    for actor, step in ((cora, "submit"), (lena, "approve"), (sia, "accept")):
        moved = program(actor).post(f"/reports/{number}/steps", {"step": step}, version)
        assert moved.status_code == 200, moved.content
        version = moved.json()["version"]
    assert program(sia).get(place).json()["status"] == "in_progress"


def test_who_is_what_to_whom(program, commitment, report, cora, lena, dan, council, charlie) -> None:
    update = report(commitment, until="draft")
    people = {"cora": cora, "lena": lena, "dan": dan, "council": council, "charlie": charlie}
    reads = {name: program(actor).get(f"/reports/{update.number}").status_code for name, actor in people.items()}
    assert reads == {"cora": 200, "lena": 200, "dan": 404, "council": 404, "charlie": 404}
    assert program(charlie).get("/commitments").json()["items"] == []
    assert program(charlie).get(f"/commitments/{commitment.number}").status_code == 404
    assert program(dan).post(f"/commitments/{commitment.number}/evidence",
                             {"evidence_kind": "data", "title": "x"}).status_code == 403  # fmt: skip
    assert program(cora).post("/commitments", NEW).status_code == 403


def test_internal_text_is_for_those_who_may_read_it(program, commitment, report, cora, council) -> None:
    update = report(commitment, until="approved")
    assert program(cora).get(f"/reports/{update.number}").json()["internal_text"] == "Budget doubt."
    told = program(council).get(f"/reports/{update.number}")
    assert told.status_code == 200
    assert b"Budget doubt." not in told.content
    assert b"Budget doubt." not in program(council).get(f"/commitments/{commitment.number}").content


def test_advice_by_program_has_no_name_its_giver_did_not_choose(program, commitment, asked, rosa, cora) -> None:
    give_advice(rosa, asked, "Ask those who left.")
    told = program(cora).get(f"/commitments/{commitment.number}")
    assert told.json()["advice"][0]["text"] == "Ask those who left."
    assert told.json()["advice"][0]["named"] == ""
    assert b"Rosa" not in told.content


def test_the_secretariat_files_and_a_partner_speaks(program, sia, cora, dan) -> None:
    made = program(sia).post("/commitments", {**NEW, "joint_codes": ["DHS"], "due_on": "2030-01-01"})
    assert made.status_code == 201, made.content
    place = f"/commitments/{made.json()['number']}"
    assert program(dan).post(f"{place}/words", {"status": "delayed", "words": "No staff"}).status_code == 201
    assert (
        program(cora).post(f"{place}/evidence", {"evidence_kind": "data", "title": "List", "counts": 4}).status_code
        == 201
    )
    told = program(sia).get(place).json()
    assert [told["words"][0]["status"], told["evidence"][0]["counts"]] == ["delayed", 4]
    assert told["due_dates"][0]["due_on"] == "2030-01-01"


def test_a_refusal_names_field_and_fix(program, commitment, cora, lena, council) -> None:
    made = recommend(council, "Council", "1", "Pay survivors.", agencies=["DOL"], made_on=today())[0]
    place = f"/recommendations/{made.number}/answer"
    refused = program(lena).post(place, {"answer": "decline"}, 1)
    assert (refused.status_code, refused.json()["errors"][0]["field"]) == (422, "reasons")
    assert program(lena).post(place, {"answer": "decline", "reasons": "No money."}).status_code == 428
    assert program(lena).post(place, {"answer": "decline", "reasons": "No money."}, 1).status_code == 200
    assert program(lena).post(place, {"answer": "accept"}, 1).status_code == 412
    unknown = program(cora).post(f"/commitments/{commitment.number}/reports", {**REPORT, "quarter": "2024"})
    assert unknown.json()["errors"][0]["field"].endswith("quarter")


def test_the_public_reads_without_a_token_only_what_is_published(commitment, report, sia) -> None:
    anybody = Client()
    assert anybody.get(f"{ROOT}/promises").json() == {"items": [], "next": None}
    assert anybody.get(f"{ROOT}/commitments").status_code == 401
    publish_commitment(sia, commitment, expected_version=commitment.version)
    report(commitment)
    told = anybody.get(f"{ROOT}/promises/{commitment.number}")
    assert told.json()["told"]["updates"][0]["text"] == "Two surveys are in the field."
    assert b"Budget doubt." not in told.content
    commitment.refresh_from_db()
    withdraw_commitment(sia, commitment, expected_version=commitment.version)
    assert anybody.get(f"{ROOT}/promises/{commitment.number}").status_code == 404


@pytest.mark.parametrize("asked", ["year=²", "year=٢٠٢٤", "q=%00", "agency=%00", "pillar=%00", "after=%00"])
def test_noise_in_a_public_address_is_no_fault_of_ours(db, asked: str) -> None:
    assert Client().get(f"/promises/?{asked}").status_code == 200
    assert Client().get(f"{ROOT}/promises?{asked}").status_code in (200, 400, 422)
