"""The API does what the pages do, for the same people."""

import pytest

from manumit.modules.links.models import Candidate, IdentityJoin

from .conftest import NUMBER, titled

pytestmark = pytest.mark.django_db
JSON = "application/json"


def test_a_program_judges_joins_and_takes_it_all_back(alice, charlie, pair, as_person) -> None:
    at, place = as_person(alice), f"/api/v1/links/candidates/{pair.pk}"
    assert [row["id"] for row in at.get("/api/v1/links/candidates").json()["items"]] == [pair.pk]
    assert at.get(place).json()["steps"][0]["text"] == "The same number."
    said = at.post(f"{place}/judgements", {"verdict": "yes", "reason": "number"}, content_type=JSON)
    assert (said.status_code, said.json()["state"]) == (201, "confirmed")
    number = at.post(f"{place}/join", {"because": "The same"}, content_type=JSON).json()["number"]
    assert at.post(f"/api/v1/links/identities/{number}/undo", {"because": "No"}, content_type=JSON).json()["undone_at"]
    assert at.delete(f"{place}/judgements/mine").json()["state"] == "waiting"
    assert IdentityJoin.unscoped.get().number == number
    stranger = as_person(charlie)
    assert stranger.get("/api/v1/links/candidates").json()["items"] == []
    assert stranger.get(place).status_code == 404
    assert (
        stranger.post(f"{place}/judgements", {"verdict": "no", "reason": "number"}, content_type=JSON).status_code
        == 404
    )


def test_pointers_and_descriptions_by_program(alice, charlie, as_person) -> None:
    mine = titled(alice, NUMBER, level="pointer")
    titled(charlie, NUMBER, level="pointer")
    at = as_person(alice)
    assert [(row["number"], row["holder"]) for row in at.get("/api/v1/links/pointers").json()["items"]] == [
        (mine.number, "South")
    ]
    sent = {"case_kind": "note", "case_number": mine.number, "why": "x", "name": "phone", "facts": {"phones": [NUMBER]}}
    assert at.post("/api/v1/links/who", sent, content_type=JSON).json() == {"items": []}
    other = titled(alice, NUMBER)
    (found,) = at.post("/api/v1/links/who", sent, content_type=JSON).json()["items"]
    assert found["key"] == f"phone:note:{other.pk}:0"
    assert at.post("/api/v1/links/who", {**sent, "name": "victim"}, content_type=JSON).status_code == 422
    assert at.post("/api/v1/links/watches", {**sent, "ends_on": "2001-01-01"}, content_type=JSON).status_code == 409
    assert Candidate.unscoped.count() == 3
