"""Tips for programs: the same rules, the same refusals, nothing of groups one may not read."""

import json

import pytest
from django.test import Client
from django.utils import timezone

from manumit.modules.tips.models import Tip
from manumit.modules.tips.tests.test_come_back import ABSENT
from manumit.spine import audit
from manumit.spine.administration import session_state
from manumit.spine.identity.models import Membership, Person
from manumit.spine.records.models import IdempotencyKey

from .conftest import GIVER, SAID, given

ROOT = "/api/v1/tips/"
TODAY = timezone.localdate().isoformat()


@pytest.fixture
def program():
    """Send a request as an actor; returns status and answer."""

    def send(actor, path: str = "", body=None, version: int | None = None, key: str = ""):
        client = Client()
        client.force_login(Person.objects.get(pk=actor.person_id))
        session = client.session
        session_state.begin(session, "tests")
        member = Membership.objects.get(person=actor.person_id, agency=actor.agency_id)
        session.update({"membership_id": member.pk, "purpose": actor.purpose})
        session.save()
        headers = {"If-Match": f'"{version}"'} if version else {}
        headers |= {"Idempotency-Key": key} if key else {}
        if body is None:
            answer = client.get(ROOT + path, headers=headers)
        else:
            answer = client.post(ROOT + path, json.dumps(body), content_type="application/json", headers=headers)
        return answer.status_code, answer.json()

    return send


def test_a_tip_goes_its_way(desk, tip, alice, dora, charlie, note, program):
    step = {"step": "triage", "priority": "high", "due_on": TODAY}
    assert program(dora, f"{tip.number}/steps", step, 1)[0] == 404
    assert program(alice, f"{tip.number}/steps", step)[0] == 428
    assert program(alice, f"{tip.number}/steps", {**step, "step": "vanish"}, 1)[0] == 422
    assert program(alice, f"{tip.number}/steps", {**step, "referred_to": "x"}, 1)[0] == 422
    status, shown = program(alice, f"{tip.number}/steps", step, 1)
    assert (status, shown["state"], shown["what"]) == (201, "pending", SAID["what"])
    assert program(alice, f"{tip.number}/messages", {"text": "Thank you"})[0] == 201
    link = {"case_kind": "note", "case_number": note.number, "note": "The depot"}
    assert program(dora, f"{tip.number}/cases", link)[0] == 201
    assert program(dora, f"{tip.number}/cases", {**link, "case_number": "N-0000-000"})[0] == 404
    version = program(dora, tip.number)[1]["version"]
    status, shown = program(alice, f"{tip.number}/assignee", {"person": dora.person_id, "due_on": TODAY}, version)
    assert (status, shown["assigned_to"]) == (201, dora.person_id)
    assert program(alice, f"{tip.number}/assignee", {"person": charlie.person_id}, version + 1)[0] == 422
    assert [message["from_giver"] for message in shown["messages"]] == [False]
    assert [row["number"] for row in program(dora, "?state=pending")[1]["items"]] == [tip.number]


@pytest.mark.parametrize(
    ("path", "body"),
    [
        ("", None), ("/steps", {"step": "clear", "reason": "other", "words": "x"}), ("/messages", {"text": "x"}),
        ("/cases", {"case_kind": "note", "case_number": "N", "note": "x"}), ("/assignee", {"person": 1}),
        ("/giver", {"note": "x"}), ("/payment", {"note": "x"}), ("/sealed/giver", {"name": "x"}),
        ("/sealed/payment", {"payee": "x", "amount": "1"}), ("/reward/steps", {"step": "decline"}),
        ("/cases/1/withdrawal", {"reason": "x"}),
    ],
)  # fmt: skip
def test_hidden_and_absent_are_answered_alike(desk, tip, bob, charlie, program, path, body):
    for stranger in (bob, charlie):
        there, absent = (program(stranger, f"{number}{path}", body, 1) for number in (tip.number, ABSENT))
        assert there == absent
        assert there[0] == 404
        assert program(stranger)[1] == {"items": [], "next": None}


def test_a_tip_is_written_down_once_and_its_secret_kept_nowhere(desk, dora, program):
    body = {"channel": "phone", "what": SAID["what"], "giver": dict(GIVER)}
    first, second = (program(dora, "", body, key="call-7") for _ in range(2))
    assert first == second
    assert Tip.unscoped.count() == 1
    assert first[1]["secret"] not in str(list(IdempotencyKey.objects.values()))
    assert program(dora, "", body, key="call-8")[1]["number"] != first[1]["number"]
    assert program(dora, "", body, key="a b")[0] == 400
    for wrong in ({"channel": "public"}, {"danger": "perhaps"}, {"giver": {"headers": "x"}}, {"extra": 1}):
        assert program(dora, "", {**body, **wrong})[0] == 422


@pytest.mark.django_db(transaction=True)
def test_who_gave_it_is_read_with_a_need(desk, alice, program, monkeypatch):
    monkeypatch.setattr(audit, "sealed_reads_open", lambda: True)
    number = given(desk, giver=GIVER.items()).number
    assert "Aunt May" not in str(program(alice, number))
    assert program(alice, f"{number}/giver", {"note": ""})[0] == 422
    assert program(alice, f"{number}/giver", {"note": "To call her"})[1]["values"]["name"] == "Aunt May"


@pytest.mark.django_db(transaction=True)
def test_a_reward_goes_its_way_and_who_is_paid_stays_sealed(desk, tip, alice, bob, dora, charlie, program, monkeypatch):
    monkeypatch.setattr(audit, "sealed_reads_open", lambda: True)
    assert program(alice, f"{tip.number}/steps", {"step": "triage", "priority": "high", "due_on": TODAY}, 1)[0] == 201
    here, step, paid = tip.number, f"{tip.number}/reward/steps", f"{tip.number}/sealed/payment"
    yes, payee = {"step": "eligible", "reason": "other", "words": "It led to her"}, {"payee": here, "amount": "5000"}
    version = program(bob, here)[1]["version"]
    assert program(dora, step, yes, version)[0] == program(alice, step, yes, version)[0] == 403
    assert program(charlie, step, yes, version)[0] == 404
    assert program(bob, step, yes)[0] == 428
    assert program(bob, step, {**yes, "step": "vanish"}, version)[0] == 422
    assert program(bob, step, {**yes, "reason": ""}, version)[0] == 422, "the table asks why"
    assert program(bob, paid, payee, version)[0] == 409, "nothing is paid before it is said that it may be"
    first, again = (program(bob, step, yes, version, key="reward-1") for _ in range(2))
    assert first == again
    assert (first[0], first[1]["reward"], first[1]["payee_sealed"]) == (201, "eligible", False)
    assert program(bob, step, yes, version)[0] in {409, 412}, "somebody was faster"
    version = first[1]["version"]
    assert program(bob, step, {"step": "approve", "reason": "other", "words": "x"}, version)[0] == 409, "no payee yet"
    wrong = program(bob, paid, {"amount": "5000"}, version)
    assert (wrong[0], "payee" in str(wrong[1])) == (409, True)
    assert program(dora, paid, payee, version)[0] == 403
    status, sealed = program(bob, paid, {**payee, "reference": "Voucher 17"}, version, key="seal-1")
    assert (status, sealed["payee_sealed"], "Voucher 17" in str(sealed)) == (201, True, False)
    assert "Voucher 17" not in str(list(IdempotencyKey.objects.values()))
    for moved, state in (("approve", "approved"), ("pay", "paid")):
        why = {"reason": "other", "words": "Checked"} if moved == "approve" else {}
        status, sealed = program(bob, step, {"step": moved, **why}, sealed["version"])
        assert (status, sealed["reward"]) == (201, state)
    need = {"note": "The auditor asks"}
    assert program(dora, f"{here}/payment", need)[0] == program(alice, f"{here}/payment", need)[0] == 403
    assert program(bob, f"{here}/payment", {"note": ""})[0] == 422
    assert program(bob, f"{here}/payment", need)[1]["values"] == {**payee, "reference": "Voucher 17"}
    assert "reward" not in program(dora, here)[1]


@pytest.mark.django_db(transaction=True)
def test_who_gave_it_is_sealed_by_triage(desk, tip, alice, bob, dora, program, monkeypatch):
    monkeypatch.setattr(audit, "sealed_reads_open", lambda: True)
    assert program(alice, f"{tip.number}/steps", {"step": "triage", "priority": "high", "due_on": TODAY}, 1)[0] == 201
    here, named = f"{tip.number}/sealed/giver", {"name": "Aunt May", "never": "Police"}
    version = program(alice, tip.number)[1]["version"]
    assert program(dora, here, named, version)[0] == program(bob, here, named, version)[0] == 403
    assert program(alice, here, named)[0] == 428
    assert program(alice, here, {"headers": "x"}, version)[0] == 422
    assert program(alice, here, {}, version)[0] == 409, "nothing is written"
    status, shown = program(alice, here, named, version)
    assert (status, shown["anonymous"], "Aunt May" in str(shown)) == (201, False, False)
    assert program(alice, here, named, version)[0] in {409, 412}
    assert program(bob, f"{tip.number}/giver", {"note": "To call her"})[1]["values"] == named
    assert program(dora, f"{tip.number}/giver", {"note": "To call her"})[0] == 403


def test_a_link_is_taken_away_with_its_reason(desk, tip, alice, dora, note, program):
    assert program(alice, f"{tip.number}/steps", {"step": "triage", "priority": "high", "due_on": TODAY}, 1)[0] == 201
    link = {"case_kind": "note", "case_number": note.number, "note": "The depot"}
    (row,) = program(dora, f"{tip.number}/cases", link)[1]["cases"]
    version = program(dora, tip.number)[1]["version"]
    here = f"{tip.number}/cases/{row['id']}/withdrawal"
    assert program(dora, here, {"reason": "Another depot"})[0] == 428
    assert program(dora, f"{tip.number}/cases/999999/withdrawal", {"reason": "x"}, version)[0] == 404
    status, shown = program(dora, here, {"reason": "Another depot"}, version)
    assert (status, shown["cases"]) == (201, [])
    assert program(dora, here, {"reason": "Another depot"}, shown["version"])[0] == 404


def test_a_tip_is_handed_over_by_programs(tip, alice, dora, charlie, program):
    offer = {"tip": tip.number, "other": charlie.agency_id, "reason": "Their county"}
    assert program(dora, "handovers/", offer)[0] == 404
    assert program(alice, "handovers/", {**offer, "other": alice.agency_id})[0] == 422
    assert program(alice, "handovers/", {**offer, "reason": " "})[0] == 409
    status, made = program(alice, "handovers/", offer, key="hand-1")
    assert (status, made["state"], made["tip"], made["danger"]) == (201, "offered", tip.number, False)
    assert program(alice, "handovers/", offer, key="hand-1")[1]["number"] == made["number"]
    here = f"handovers/{made['number']}"
    assert program(dora, here)[0] == program(charlie, tip.number)[0] == 404
    assert program(charlie, f"{here}/steps/accept", {})[0] == 428
    assert program(charlie, f"{here}/steps/vanish", {}, 1)[0] == 404
    assert program(alice, f"{here}/steps/accept", {}, 1)[0] == 403
    status, moved = program(charlie, f"{here}/steps/accept", {}, 1)
    assert (status, moved["state"]) == (200, "accepted")
    assert program(charlie, tip.number)[1]["state"] == "received"
    assert program(alice, tip.number)[0] == 404
    listed = program(alice, "handovers/")[1]["items"]
    assert [(each["tip"], each["other"], each["state"]) for each in listed] == [
        (tip.number, charlie.agency_id, "accepted")
    ]
    assert SAID["what"] not in json.dumps(listed)
