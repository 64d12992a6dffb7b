"""A program of an agency files, follows and answers; nothing sealed comes out, and nothing happens twice."""

import json

import pytest

from manumit.modules.continued_presence.models import Message, PresenceRequest
from manumit.modules.continued_presence.tests.answers import ALL, MINOR, SHARED, VICTIM, flat
from manumit.modules.continued_presence.tests.people import WAY, go, to_active
from manumit.spine import audit
from manumit.spine.administration.tests.signing_in import browser_of
from manumit.spine.audit.models import Entry
from manumit.spine.records import IdempotencyKey, sealed

pytestmark = pytest.mark.django_db
ROOT = "/api/v1/continued_presence/"
SECRETS = ("Quill", "Freedonia", "Helena", "24-0117", "A012345678")
CLOSED = {
    "": None, "/steps": {"step": "sign"}, "/questions": {"note": "x"}, "/victims": {}, "/answers/person": {},
    "/questions/1/answer": {"words": "x"}, "/facts": {"note": "x"}, "/marks": {"fact": "file.1", "words": "x"},
    "/marks/request/1/corroboration": {"words": "x"},
}  # fmt: skip
FILING = {"region": "MT", "shared": flat(SHARED), "victims": [flat(VICTIM), flat(MINOR)]}


@pytest.fixture(autouse=True)
def sealing_log(monkeypatch) -> None:
    """The log is being sealed, so that sealed answers are shown."""
    monkeypatch.setattr(audit, "sealed_reads_open", lambda: True)


def send(actor, path: str = "", body=None, *, version: int | None = None, key: str = ""):
    """Send a request as an actor; returns status and answer."""
    headers = {
        name: value for name, value in (("If-Match", version and f'"{version}"'), ("Idempotency-Key", key)) if value
    }
    client = browser_of(actor)
    if body is None:
        answer = client.get(ROOT + path, headers=headers)
    else:
        answer = client.post(ROOT + path, json.dumps(body), content_type="application/json", headers=headers)
    return answer.status_code, answer.json()


def test_a_request_is_filed_once_and_its_answer_holds_no_word(cast) -> None:
    status, filed = send(cast["detective"], "", FILING, key="own-4711")
    assert status == 201, filed
    assert send(cast["detective"], "", FILING, key="own-4711") == (201, filed)
    assert PresenceRequest.unscoped.count() == 2
    assert [each["missing"] for each in filed["requests"]] == [[], []]
    kept = IdempotencyKey.objects.get()
    assert not [word for word in SECRETS if word in json.dumps(filed) + kept.answer]
    first = PresenceRequest.unscoped.get(number=filed["requests"][0]["number"])
    assert sealed.read(cast["detective"], first, "identity")["family_name"] == "Quill"
    assert send(cast["detective"], "", {**FILING, "region": "ID"}, key="own-4711")[0] == 422


def test_a_refused_filing_names_the_question_and_leaves_nothing(cast) -> None:
    wrong = {**FILING, "victims": [flat(VICTIM), {**flat(VICTIM), "birth_on": "2999-01-01"}]}
    status, told = send(cast["detective"], "", wrong)
    assert (status, [each["field"] for each in told["errors"]]) == (422, ["victims.1.birth_on"])
    assert send(cast["detective"], "", {**FILING, "victims": [{"no_such": "x"}]})[0] == 422
    assert send(cast["detective"], "", {**FILING, "region": "ZZ"})[0] == 409
    assert send(cast["analyst"], "", FILING)[0] == 403
    assert not PresenceRequest.unscoped.exists()


def test_a_step_is_answered_where_nobody_was_faster(cast) -> None:
    _status, filed = send(cast["detective"], "", {"region": "MT", "shared": {}, "victims": [{}]})
    number, version = filed["requests"][0]["number"], filed["requests"][0]["version"]
    place = f"{number}/answers/person"
    assert send(cast["detective"], place, {"family_name": "Quill"})[0] == 428
    status, told = send(cast["detective"], place, {"family_name": "Quill"}, version=version)
    assert status == 201
    assert send(cast["detective"], place, {"given_names": "Mara"}, version=version)[0] == 412
    assert send(cast["detective"], place, {"given_names": "Mara"}, version=told["version"])[0] == 201
    record = PresenceRequest.unscoped.get(number=number)
    assert sealed.read(cast["detective"], record, "identity")["family_name"] == "Quill", "what was not sent stays"
    assert send(cast["detective"], place, {"plan": "x"}, version=told["version"])[0] == 422
    shared = send(
        cast["detective"], f"{number}/answers/agency", {"ori": "MT0560000"}, version=told["operation_version"]
    )
    assert shared[0] == 201
    assert "ori_is_sound" not in shared[1]["missing"]


def test_it_is_signed_followed_and_a_question_answered(cast) -> None:
    _status, filed = send(cast["detective"], "", {**FILING, "victims": [flat(VICTIM)]})
    number, version = filed["requests"][0]["number"], filed["requests"][0]["version"]
    status, told = send(cast["detective"], f"{number}/steps", {"step": "sign"}, version=version, key="s")
    assert (status, told["stage"]) == (201, "concurrence")
    assert send(cast["detective"], f"{number}/steps", {"step": "sign"}, version=version, key="s") == (201, told)
    record = PresenceRequest.unscoped.get(number=number)
    for who, step in WAY[1:4]:
        go(cast[who], record, step)
    go(cast["intake"], record, "ask_at_intake", words="Which house?")
    assert send(cast["detective"], number)[1]["waits_for_answer"] is True
    assert send(cast["detective"], f"{number}/questions", {})[0] == 422
    status, thread = send(cast["detective"], f"{number}/questions", {"note": "To answer"})
    assert (status, thread["messages"][0]["words"]) == (200, "Which house?")
    assert Entry.objects.filter(verb="presence.purpose").count() == 1
    place = f"{number}/questions/{Message.unscoped.get().pk}/answer"
    assert send(cast["detective"], place, {"words": "By the river"})[0] == 201
    now = send(cast["detective"], number)[1]
    assert "answer_intake" in now["steps"]
    assert send(cast["detective"], f"{number}/steps", {"step": "answer_intake"}, version=now["version"])[0] == 201


def test_one_more_victim_shares_what_was_told(cast) -> None:
    _status, filed = send(cast["detective"], "", {**FILING, "victims": [flat(VICTIM)]})
    status, second = send(cast["colleague"], f"{filed['requests'][0]['number']}/victims", flat(VICTIM))
    assert (status, second["operation"], second["missing"]) == (201, filed["operation"], [])


def test_charlie_and_the_representative(cast, complete) -> None:
    request = to_active(cast, complete)
    for who in ("charlie", "federal_charlie", "lawyer"):
        assert send(cast[who])[1]["items"] == []
        for path, body in CLOSED.items():
            assert send(cast[who], request.number + path, body)[0] == 404, (who, path)
    PresenceRequest.unscoped.filter(pk=request.pk).update(represented=True, representative=cast["lawyer"].agency_id)
    told = send(cast["lawyer"], request.number)[1]
    assert set(told) == {"number", "stage", "since", "until_on", "version"}
    assert "operation" not in send(cast["oversight"], request.number)[1]


def test_the_queue_is_taken_by_whose_right_it_is_and_tells_no_name(cast, complete) -> None:
    for who, mine in (("supervisor", True), ("detective", False), ("charlie", False)):
        told = browser_of(cast[who]).get(f"{ROOT}queue/content").content.decode()
        assert (complete.number in told) is mine, who
        assert not [word for word in (*SECRETS, *flat(ALL)) if word in told]
        assert (complete.number in browser_of(cast[who]).get("/presence/?form=csv").content.decode()) is mine
    assert Entry.objects.filter(verb="presence.queue").count() == 6
