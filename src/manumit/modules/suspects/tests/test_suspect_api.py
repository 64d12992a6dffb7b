"""Suspects for programs: the same acts, the same refusals, nothing of groups one may not read."""

import json
from datetime import timedelta

import pytest
from django.test import Client
from django.utils import timezone

from manumit.modules.suspects.models import Suspect
from manumit.spine.administration import session_state
from manumit.spine.identity.models import Membership, Person

from .conftest import basis

ROOT = "/api/v1/suspects/"
SAID = {"source": "Alice"}


@pytest.fixture
def program():
    """Send a request as an actor; returns status and answer."""

    def send(actor, path: str = "", body=None, version: int | None = None, method: str = ""):
        client = Client()
        client.force_login(Person.objects.get(pk=actor.person_id))
        session = client.session
        session_state.begin(session, "tests")
        member = Membership.objects.get(person=actor.person_id, agency=actor.agency_id)
        session.update({"membership_id": member.pk, "purpose": actor.purpose})
        session.save()
        headers = {"If-Match": f'"{version}"'} if version else {}
        how = method or ("get" if body is None else "post")
        content = {} if body is None else {"data": json.dumps(body), "content_type": "application/json"}
        answer = getattr(client, how)(ROOT + path, headers=headers, **content)
        return answer.status_code, answer.json()

    return send


def opened(note) -> dict:
    """What opens a record."""
    facts = basis()
    facts["known_on"] = facts["known_on"].isoformat()
    return {
        "case_kind": "note", "case_number": note.number, "how": "Drove the truck", "under_18": "no", "basis": facts,
        "names": [{"given_names": "Ed", "family_name": "Marlow"}], **SAID,
    }  # fmt: skip


def test_a_program_goes_the_way_of_a_detective(note, alice, bob, charlie, program):
    status, suspect = program(alice, "", opened(note))
    assert (status, suspect["standing"], suspect["has_basis"]) == (201, "person_of_interest", True)
    number = suspect["number"]
    phone = {"values": {"number": "406 555 0100"}, **SAID}
    assert program(alice, f"{number}/parts/phones", phone)[0] == 201
    status, shown = program(alice, number)
    added = next(part for part in shown["parts"] if part["part"] == "phones")
    assert added["values"]["number"] == "406 555 0100"
    place = f"{number}/parts/phones/{added['id']}"
    assert program(alice, place, phone, method="patch")[0] == 428
    changed = {"values": {"number": "406 555 0101"}, **SAID}
    status, shown = program(alice, place, changed, shown["version"], "patch")
    assert status == 200
    assert program(alice, place, changed, 1, "patch")[0] == 409
    assert program(alice, place, {**changed, "values": {"number": "1"}}, 1, "patch")[0] == 412
    status, shown = program(alice, f"{place}/withdraw", {"because": "Mistaken"}, shown["version"])
    assert "phones" not in {part["part"] for part in shown["parts"]}
    status, shown = program(alice, number, {"values": {"hair": "red"}, **SAID}, shown["version"], "patch")
    assert shown["description"]["hair"] == "red"
    status, shown = program(alice, f"{number}/steps/name_suspect", {"reason": "witness"}, shown["version"])
    assert (status, shown["standing"]) == (200, "suspect")
    assert program(alice, f"{number}/steps/vanish", {"reason": "witness"}, shown["version"])[0] == 404
    assert program(alice, f"{number}/validation", {"because": "Still"}, shown["version"])[0] == 403
    assert program(bob, f"{number}/validation", {"because": "Still"}, shown["version"])[0] == 200
    assert [each["number"] for each in program(alice, "?name=marlow")[1]["items"]] == [number]
    assert program(charlie)[1]["items"] == []


def test_a_program_releases_and_recalls(suspect, alice, bob, charlie, program):
    ends = (timezone.now() + timedelta(days=3)).isoformat()
    given = {
        "agency": charlie.agency_id, "groups": ["description"], "purposes": ["investigation"], "authority": "Order 7",
        "expires_at": ends,
    }  # fmt: skip
    place = f"{suspect.number}/releases"
    assert program(alice, place, given)[0] == 403
    assert program(bob, place, {**given, "expires_at": "2030-01-01T00:00:00"})[0] == 422
    assert program(bob, place, {**given, "groups": ["confidential_source"]})[0] == 422
    status, release = program(bob, place, given)
    assert status == 201
    status, shown = program(charlie, suspect.number)
    assert (status, {part["part"] for part in shown["parts"]}) == (200, {"names"})
    assert len(program(bob, place)[1]["items"]) == 1
    assert program(charlie, place)[0] == 403
    assert program(bob, f"{place}/{release['id']}/recall", {})[0] == 200
    assert program(bob, f"{place}/{release['id']}/recall", {})[0] == 409
    assert program(charlie, suspect.number)[0] == 404


@pytest.mark.parametrize(
    ("wrong", "status"),
    [
        ({"case_number": "N-0000-000"}, 404), ({"case_kind": "horse"}, 404), ({"horse": 1}, 422),
        ({"under_18": "perhaps"}, 409), ({"how": ""}, 422), ({"case_number": "N\x00"}, 400),
    ],
)  # fmt: skip
def test_what_cannot_be_opened_opens_nothing(wrong, status, note, alice, program):
    assert program(alice, "", {**opened(note), **wrong})[0] == status
    assert Suspect.unscoped.count() == 0


def test_a_stranger_finds_nothing(suspect, charlie, program):
    for path, body in (
        ("", None), ("/parts/phones", {"values": {}, **SAID}), ("/releases", None), ("/steps/clear", {}),
        ("/validation", {"because": "x"}), ("/ties", {"case_kind": "note", "case_number": "N", "how": "x", **SAID}),
    ):  # fmt: skip
        assert program(charlie, f"{suspect.number}{path}", body, 1 if body else None)[0] == 404, path


def test_a_program_raises_a_notice_to_victims_and_says_how_they_were_told(suspect, alice, charlie, program):
    status, raised = program(alice, f"{suspect.number}/notices", {"event": "release"})
    assert (status, raised["event"], raised["told_by"]) == (201, "release", "")
    assert [each["id"] for each in program(alice, "notices/waiting")[1]["items"]] == [raised["id"]]
    assert program(charlie, "notices/waiting")[1]["items"] == []
    said = {"told_by": "telephone", "told_on": timezone.localdate().isoformat()}
    assert program(charlie, f"{suspect.number}/notices/{raised['id']}", said)[0] == 404
    status, told = program(alice, f"{suspect.number}/notices/{raised['id']}", said)
    assert (status, told["told_by"]) == (200, "telephone")
    assert program(alice, "notices/waiting")[1]["items"] == []
