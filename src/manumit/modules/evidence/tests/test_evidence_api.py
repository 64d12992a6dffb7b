"""Evidence for programs: the same chain, the same refusals, nothing of groups one may not read."""

import json
from datetime import timedelta

import pytest
from django.test import Client
from django.utils import timezone

from manumit.modules.evidence.hand import Hand
from manumit.modules.evidence.models import EvidenceItem
from manumit.spine.access.models import Release
from manumit.spine.administration import session_state
from manumit.spine.identity.models import Membership, Person

ROOT = "/api/v1/evidence/"


@pytest.fixture
def program():
    """Send a request as an actor; returns status and answer."""

    def send(actor, path: str = "", body=None, version: int | None = None):
        client = Client()
        client.force_login(Person.objects.get(pk=actor.person_id))
        session = client.session
        session_state.begin(session, "tests")
        member = Membership.objects.get(person=actor.person_id, agency=actor.agency_id)
        session.update({"membership_id": member.pk, "purpose": actor.purpose})
        session.save()
        headers = {"If-Match": f'"{version}"'} if version else {}
        if body is None:
            answer = client.get(ROOT + path, headers=headers)
        else:
            answer = client.post(ROOT + path, json.dumps(body), content_type="application/json", headers=headers)
        return answer.status_code, answer.json()

    return send


def test_an_item_goes_its_way(alice, bob, charlie, note, program):
    now = timezone.now().isoformat()
    taken = {
        "case_kind": "note", "case_number": note.number, "item_type": "digital", "title": "Telephone",
        "collected_by": "Alice", "collected_at": now, "source": "Alice",
    }  # fmt: skip
    status, item = program(alice, "", taken)
    assert (status, item["hand"], item["case_number"]) == (201, Hand.person(alice.person_id).key, note.number)
    number = item["number"]
    shelf = {
        "hand": "place",
        "to": "Locker 4",
        "reason": "Kept",
        "passed_at": timezone.now().isoformat(),
        "seal_found": "unsealed",
    }
    assert program(alice, f"{number}/steps", shelf)[0] == 428
    assert program(alice, f"{number}/steps", {**shelf, "hand": "shelf"}, 1)[0] == 422
    assert program(alice, f"{number}/steps", {**shelf, "hand": "person", "to": "Bob"}, 1)[0] == 422
    assert program(charlie, f"{number}/steps", shelf, 1)[0] == 404
    assert program(alice, f"{number}/seals", {"seal_number": "S-1"}, 1)[0] == 201
    status, item = program(alice, f"{number}/steps", {**shelf, "seal_found": "intact"}, 2)
    assert (status, [step["hand"] for step in item["chain"]]) == (201, ["person", "place"])
    status, problem = program(alice, f"{number}/steps", {**shelf, "hand": "laboratory", "seal_found": "intact"}, 3)
    assert status == 409
    assert "skip a hand" in problem["reasons"][0]
    assert [row["number"] for row in program(bob)[1]["items"]] == [number]
    assert program(charlie)[1] == {"items": [], "next": None}
    assert program(charlie, number) == program(charlie, "EV-0000-000")


def test_what_was_not_released_is_absent(item, alice, charlie, program):
    Release.objects.create(
        kind="evidence", record_id=item.pk, agency_id=charlie.agency_id, groups=["summary", "lab"],
        purposes=["investigation"], authority="x", expires_at=timezone.now() + timedelta(days=1),
        released_by_id=alice.person_id,
    )  # fmt: skip
    status, shown = program(charlie, item.number)
    assert status == 200
    assert shown["submissions"] == []
    assert shown.keys() & {"case_number", "title", "hand", "chain"} == set()
    assert EvidenceItem.objects.page(charlie).rows
