"""Programs attach and open files, and read what is sealed, under the same guards as people."""

import json

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from manumit.modules.cases.actions.add_file import add_file
from manumit.modules.cases.actions.record_whereabouts import record_whereabouts
from manumit.modules.cases.models import CaseFile
from manumit.spine import audit
from manumit.spine.audit.models import Entry
from manumit.spine.records import IdempotencyKey, sealed
from manumit.spine.records.files import links

from .parts import BY
from .uploads import PNG, received

SAID = {"source": "Mother", "lawful": "true", "file_kind": "photo"}


@pytest.fixture(autouse=True)
def home(settings, tmp_path):
    settings.MANUMIT_HOME = tmp_path
    return tmp_path


@pytest.fixture
def photo(case, alice):
    return add_file(alice, case, {"file_kind": "photo"}, received(PNG, "rosa.png"), **BY)


@pytest.fixture
def whereabouts(case, alice, monkeypatch):
    monkeypatch.setattr(audit, "sealed_reads_open", lambda: True)
    record_whereabouts(alice, case, {"place": "With her aunt"}, expected_version=case.version)


def at(case, tail):
    return f"/api/v1/cases/{case.number}{tail}"


def upload(program, case, content=PNG, key=None, **changed):
    sent = {**SAID, **changed, "file": SimpleUploadedFile("rosa.html", content, "text/html")}
    return program.post(at(case, "/files/content"), sent, headers={"Idempotency-Key": key} if key else {})


def link(program, case, file):
    return program.get(at(case, f"/files/{file.pk}/link"))


@pytest.mark.committed
def test_alice_attaches_gets_a_link_and_opens_it_with_a_leaf(as_person, alice, case):
    program = as_person(alice)
    sent = upload(program, case, shows_dead="false", description="At the fair")
    assert sent.status_code == 201, sent.content
    assert sent.json()["values"]["media_type"]["value"] == "image/png"
    assert sent["ETag"] == f'"{case.version + 1}"'
    file = CaseFile.objects.visible_to(alice).get()
    told = link(program, case, file).json()
    assert (told["media_type"], told["size"], told["seconds"]) == ("image/png", len(PNG), 300)
    opened = program.get(told["address"], headers={"Accept": "image/png"})
    assert b"".join(opened.streaming_content) == PNG
    assert (opened["Content-Type"], opened["Cache-Control"]) == ("image/png", "no-store")
    assert opened["X-Content-Type-Options"] == "nosniff"
    assert Entry.objects.filter(verb="case.file.open", record_id=case.pk, person_id=alice.person_id).count() == 1


def test_bob_may_open_and_not_attach_and_charlie_learns_nothing(as_person, bob, charlie, case, photo):
    colleague, stranger = as_person(bob), as_person(charlie)
    assert upload(colleague, case).status_code == 403
    assert colleague.get(link(colleague, case, photo).json()["address"]).status_code == 200
    assert upload(stranger, case).status_code == 404
    for tail in ("link", "content?key=x"):
        assert stranger.get(at(case, f"/files/{photo.pk}/{tail}")).status_code == 404
    assert CaseFile.unscoped.count() == 1


def test_a_link_is_for_one_person_one_purpose_and_five_minutes(as_person, alice, bob, case, photo, monkeypatch):
    program = as_person(alice)
    address = link(program, case, photo).json()["address"]
    for other, place in ((as_person(bob), address), (program, address[:-2]), (program, address.partition("?")[0])):
        assert other.get(place).status_code == 403
    monkeypatch.setattr(links, "LASTS", -1)
    assert program.get(address).status_code == 403
    assert not Entry.objects.filter(verb="case.file.open").exists()


def test_sent_again_with_its_key_it_is_attached_once(as_person, alice, case):
    program = as_person(alice)
    first, again = upload(program, case, key="k"), upload(program, case, key="k")
    assert (first.status_code, again.content) == (201, first.content)
    assert upload(program, case, PNG + b"x", key="k").status_code == 422
    assert upload(program, case, key="k", description="Other").status_code == 422
    assert CaseFile.unscoped.count() == 1


@pytest.mark.parametrize(
    ("changed", "field"),
    [
        ({"lawful": "false"}, "lawful"),
        ({"file_kind": "reference"}, "file_kind"),
        ({"source": ""}, "source"),
        ({"content": b"<html>"}, "file"),
        ({"content": b""}, "file"),
        ({"unheard": "of"}, "unheard"),
    ],
)
def test_what_is_wrong_is_named_and_nothing_stays(as_person, alice, case, home, changed, field):
    refused = upload(as_person(alice), case, **changed)
    assert refused.status_code == 422
    assert field in json.dumps(refused.json()["errors"])
    assert not CaseFile.unscoped.exists()
    assert not [path for path in (home / "files").rglob("*") if path.is_file()]


def test_too_large_is_refused_at_the_door(as_person, alice, case, settings):
    settings.MANUMIT_FILE_MOST_MB = 0
    assert upload(as_person(alice), case).status_code == 422
    assert upload(as_person(alice), case, bytes(1_100_000)).status_code == 413


def test_only_a_form_with_a_file_is_taken_there_and_only_json_elsewhere(as_person, alice, case):
    program = as_person(alice)
    assert program.post(at(case, "/files/content"), "{}", content_type="application/json").status_code == 415
    assert program.post(at(case, "/files"), {"source": "x"}).status_code == 415


def test_images_of_the_dead_and_what_is_set_aside_have_no_link(as_person, alice, bob, case):
    dead = add_file(alice, case, {"file_kind": "picture", "shows_dead": True}, received(PNG, "m.png"), **BY)
    assert link(as_person(alice), case, dead).status_code == 200
    assert link(as_person(bob), case, dead).status_code == 403
    assert as_person(bob).post(at(case, f"/files/{dead.pk}/report"), "", "application/json").status_code == 200
    assert link(as_person(alice), case, dead).status_code == 409


def reveal(program, case, body, group="whereabouts", **headers):
    return program.post(at(case, f"/sealed/{group}"), json.dumps(body), "application/json", headers=headers)


@pytest.mark.committed
@pytest.mark.usefixtures("whereabouts")
def test_what_is_sealed_is_read_with_a_need_and_a_leaf_and_never_kept(as_person, alice, bob, charlie, case):
    program = as_person(alice)
    assert reveal(program, case, {"note": " "}).status_code == 422
    assert reveal(as_person(bob), case, {"note": "Curious"}).status_code == 403
    assert reveal(as_person(charlie), case, {"note": "Curious"}).status_code == 404
    assert reveal(program, case, {"note": "x"}, "summary").status_code == 404
    assert not Entry.objects.filter(verb__in=("case.read", "case.reveal"), group_name="whereabouts").exists()
    told = reveal(program, case, {"note": "To call her aunt"}, **{"Idempotency-Key": "k"})
    assert told.json() == {"group": "whereabouts", "values": {"place": "With her aunt"}}
    assert told["Cache-Control"] == "no-store"
    leaves = Entry.objects.filter(group_name="whereabouts", verb__in=("case.read", "case.reveal"))
    assert sorted(leaves.values_list("verb", flat=True)) == ["case.read", "case.reveal"]
    assert set(leaves.values_list("person_id", flat=True)) == {alice.person_id}
    assert not IdempotencyKey.objects.exists()


@pytest.mark.committed
@pytest.mark.usefixtures("whereabouts")
def test_no_leaf_no_read(as_person, alice, case, monkeypatch):
    program = as_person(alice)
    program.raise_request_exception = False
    with monkeypatch.context() as standing_still:
        standing_still.setattr(audit, "sealed_reads_open", lambda: False)
        closed = reveal(program, case, {"note": "To call her aunt"})
    assert (closed.status_code, b"aunt" in closed.content) == (503, False)

    def fails(*args, **kwargs):
        raise OSError("the log is full")

    monkeypatch.setattr(sealed.reading, "_commit_leaves", fails)
    refused = reveal(program, case, {"note": "To call her aunt"})
    assert (refused.status_code, b"aunt" in refused.content) == (500, False)


def send_sealed(program, case, values, group="whereabouts", version=1):
    headers = {"If-Match": f'"{version}"'} if version else {}
    return program.patch(
        at(case, f"/sealed/{group}"), json.dumps({"values": values}), "application/json", headers=headers
    )


@pytest.mark.committed
def test_programs_seal_what_they_may_and_get_nothing_of_it_back(as_person, alice, bob, charlie, case, monkeypatch):
    monkeypatch.setattr(audit, "sealed_reads_open", lambda: True)
    secret = {"place": "With her aunt"}
    assert send_sealed(as_person(charlie), case, secret).status_code == 404
    assert send_sealed(as_person(bob), case, secret).status_code == 403
    program = as_person(alice)
    assert send_sealed(program, case, secret, "summary").status_code == 404
    assert send_sealed(program, case, secret, version=0).status_code == 428
    for wrong in ({}, {"place": " "}, {"place": None}, {"home": "With her aunt"}):
        refused = send_sealed(program, case, wrong)
        assert (refused.status_code, b"aunt" in refused.content) == (422, False), refused.content
    told = send_sealed(program, case, secret)
    assert (told.status_code, told["ETag"], b"aunt" in told.content) == (200, '"2"', False)
    assert send_sealed(program, case, secret, version=1).status_code == 412
    assert send_sealed(program, case, {"wishes": "Tell nobody"}, version=2).status_code == 200
    read = reveal(program, case, {"note": "To call her aunt"}).json()["values"]
    assert read == {"place": "With her aunt", "wishes": "Tell nobody"}
