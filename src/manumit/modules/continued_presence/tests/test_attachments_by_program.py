"""A program attaches, lists and opens files as a page does: sealed, for a reason, and never under a telling name."""

import json

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from manumit.modules.continued_presence.models import RequestFile
from manumit.modules.continued_presence.tests.people import go
from manumit.modules.continued_presence.tests.uploads import PNG
from manumit.spine import audit
from manumit.spine.administration.tests.signing_in import browser_of
from manumit.spine.audit.models import Entry
from manumit.spine.records import IdempotencyKey, sealed

pytestmark = pytest.mark.django_db
SAID = {"file_kind": "photo", "lawful": "true", "words": "Of May"}


@pytest.fixture(autouse=True)
def home(settings, tmp_path, monkeypatch):
    """Files lie in a folder of the test, and the log is being sealed."""
    settings.MANUMIT_HOME = tmp_path
    monkeypatch.setattr(audit, "sealed_reads_open", lambda: True)
    return tmp_path


def at(request, tail: str = "") -> str:
    """Return the address of a request's files."""
    return f"/api/v1/continued_presence/{request.number}/files{tail}"


def attach(actor, request, content: bytes = PNG, key: str = "", **changed):
    """Send a file whose name tells too much, as a page that it is not; returns the answer."""
    sent = {**SAID, **changed, "file": SimpleUploadedFile("Mara Quill.html", content, "text/html")}
    return browser_of(actor).post(at(request, "/content"), sent, headers={"Idempotency-Key": key} if key else {})


def post(actor, path: str, body: object = None):
    """Send JSON, or nothing."""
    return browser_of(actor).post(path, json.dumps(body) if body else "", content_type="application/json")


def test_a_file_is_attached_once_and_told_without_a_word(cast, complete, home) -> None:
    told = attach(cast["detective"], complete, key="own-1")
    assert told.status_code == 201, told.content
    assert attach(cast["detective"], complete, key="own-1").content == told.content
    assert attach(cast["detective"], complete, key="own-1", words="Of June").status_code == 422
    row = RequestFile.unscoped.get()
    assert {**told.json(), "added_at": ""} == {
        "id": row.pk, "file_kind": "photo", "media_type": "image/png", "size": len(PNG), "state": "kept",
        "added_at": "",
    }  # fmt: skip
    kept = told.content.decode() + IdempotencyKey.objects.get().answer + repr(Entry.objects.values())
    assert not [word for word in ("Mara", "Quill", "Of May") if word in kept]
    lying = [path.read_bytes() for path in (home / "files").rglob("*") if path.is_file()]
    assert [PNG[:16] in each for each in lying] == [False]
    assert sealed.read(cast["detective"], complete, "identity")["file_1"] == "Of May"


@pytest.mark.parametrize(
    ("changed", "field"),
    [
        ({"lawful": "false"}, "lawful"),
        ({"file_kind": "secret"}, "file_kind"),
        ({"content": b"MZ\x90\x00\x03not a picture"}, "file"),
        ({"unheard": "of"}, "unheard"),
        ({"words": "x" * 301}, "words"),
    ],
)
def test_what_is_wrong_is_named_and_nothing_stays(cast, complete, home, changed, field: str) -> None:
    refused = attach(cast["detective"], complete, **changed)
    assert refused.status_code == 422
    assert field in json.dumps(refused.json()["errors"])
    assert not RequestFile.unscoped.exists()
    assert not [path for path in (home / "files").rglob("*") if path.is_file()]


def test_it_is_opened_for_a_reason_and_that_is_logged(cast, complete) -> None:
    key = attach(cast["detective"], complete).json()["id"]
    place = at(complete, f"/{key}/open")
    assert post(cast["colleague"], place, {"note": " "}).status_code == 422
    assert not Entry.objects.filter(verb="presence.open_file").exists()
    opened = post(cast["colleague"], place, {"note": "To compare"})
    assert b"".join(opened.streaming_content) == PNG
    assert (opened["Content-Type"], opened["Cache-Control"]) == ("image/png", "no-store")
    assert complete.number in opened["Content-Disposition"]
    assert "To compare" in Entry.objects.get(verb="presence.open_file").detail


def test_one_in_error_is_withdrawn_and_a_suspected_one_set_aside(cast, complete) -> None:
    first, second = (attach(cast["detective"], complete, text).json()["id"] for text in (PNG, b"What she told."))
    assert post(cast["detective"], at(complete, f"/{first}/withdraw")).json()["state"] == "withdrawn"
    assert post(cast["detective"], at(complete, f"/{first}/withdraw")).status_code == 409
    assert post(cast["colleague"], at(complete, f"/{second}/report")).json()["state"] == "set_aside"
    listed = browser_of(cast["colleague"]).get(at(complete)).json()["files"]
    assert [(each["id"], each["state"]) for each in listed] == [(first, "withdrawn"), (second, "set_aside")]
    for key in (first, second):
        assert post(cast["colleague"], at(complete, f"/{key}/open"), {"note": "x"}).status_code == 409
    assert attach(cast["detective"], complete, b"What she told.").status_code == 422


def test_who_may_not_seal_attaches_nothing_and_charlie_finds_nothing(cast, complete) -> None:
    key = attach(cast["detective"], complete).json()["id"]
    go(cast["detective"], complete, "sign")
    go(cast["supervisor"], complete, "concur")
    assert attach(cast["sponsor"], complete).status_code == 403
    for who in ("charlie", "federal_charlie", "lawyer", "intake"):
        assert attach(cast[who], complete).status_code == 404, who
        assert browser_of(cast[who]).get(at(complete)).status_code == 404
        for tail, body in (("open", {"note": "x"}), ("withdraw", None), ("report", None)):
            assert post(cast[who], at(complete, f"/{key}/{tail}"), body).status_code == 404, (who, tail)
    assert post(cast["detective"], at(complete, f"/{key + 1}/open"), {"note": "x"}).status_code == 404
    assert RequestFile.unscoped.count() == 1
