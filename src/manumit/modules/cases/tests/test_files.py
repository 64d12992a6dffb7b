"""Files lie encrypted, are opened by link with a leaf, and what must not lie here does not."""

from dataclasses import replace
from datetime import timedelta
from io import BytesIO

import pytest
from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils import timezone

from manumit.modules.cases import questions
from manumit.modules.cases.actions.add_file import add_file
from manumit.modules.cases.actions.open_file import NotOpened, note_opening, open_file
from manumit.modules.cases.actions.quarantine_file import quarantine_file
from manumit.modules.cases.models import Case, CaseFile
from manumit.spine import access
from manumit.spine.access import Denied, Hidden
from manumit.spine.access.models import Agreement, Release
from manumit.spine.audit.models import Entry
from manumit.spine.records import files
from manumit.spine.records.actions.delete_record import delete_record
from manumit.spine.records.files import links, places, sealing, sniffing
from manumit.spine.records.models import RecordKey, StoredFile

from .parts import BY
from .uploads import PNG, received

SAID = {"source": "Mother", "certainty": "exact"}


@pytest.fixture(autouse=True)
def home(settings, tmp_path):
    settings.MANUMIT_HOME = tmp_path
    return tmp_path


@pytest.fixture
def photo(case, alice):
    return add_file(alice, case, {"file_kind": "photo"}, received(PNG, "../Rosa\u202e 1.png"), **BY)


def upload(browser, case, content=PNG, **values):
    sent = {"file": SimpleUploadedFile("rosa.png", content, "text/html"), "file_kind": "photo", **SAID, **values}
    return browser.post(f"/cases/{case.number}/files/", {"lawful": "on", **sent})


def show(case, file):
    return f"/cases/{case.number}/files/{file.pk}/"


def test_what_lies_on_the_disk_is_sealed_under_the_records_key(case, photo, home, alice):
    lying = [path for path in home.rglob("*") if path.is_file() and "secrets" not in path.parts]
    assert [path.name for path in lying] == [photo.stored.sha256]
    assert PNG[:16] not in lying[0].read_bytes()
    assert b"".join(open_file(alice, photo)) == PNG
    assert (photo.media_type, photo.size) == ("image/png", len(PNG))


@pytest.mark.parametrize("length", [1, sealing.PIECE - 1, sealing.PIECE, sealing.PIECE + 1, 3 * sealing.PIECE])
def test_any_length_opens_again_and_nothing_altered_does(length):
    clear, key, out = bytes(length), bytes(32), BytesIO()
    writer = sealing.Sealing(key, out)
    writer.write(clear)
    writer.finish()
    sealed = out.getvalue()
    assert b"".join(sealing.opened(key, BytesIO(sealed))) == clear
    step = sealing.PIECE + sealing.TAG
    spoiled = [sealed[:-1], sealed + b"x", b"x" + sealed[1:], sealed[step:], sealed[:step] + sealed]
    for each in [*spoiled, *([sealed[:step]] if length > sealing.PIECE else [])]:
        with pytest.raises(files.FileGone):
            list(sealing.opened(key, BytesIO(each)))


@pytest.mark.parametrize(
    "content",
    [b"<!doctype html><script>", b"<svg xmlns=\'http://www.w3.org/2000/svg\'>", b"MZ" + bytes(100), b"",
     b"PK\x03\x04\x14\x00\x06\x00" + bytes(60), b"\x00\x01\x02 text", b"  <html>"],
)  # fmt: skip
def test_what_is_not_on_the_list_is_refused_whatever_it_is_called(as_person, alice, case, content):
    refused = upload(as_person(alice), case, content)
    assert refused.status_code == 422
    assert refused.context["form"].errors["file"]
    assert not StoredFile.objects.exists()


@pytest.mark.parametrize(("content", "kind"), [(b"%PDF-1.7\n", "application/pdf"), ("Señal\n".encode(), "text/plain")])
def test_what_is_on_the_list_is_known_by_its_content(content, kind):
    assert sniffing.sniff(content) == kind


def test_a_file_too_large_is_refused_and_never_kept_whole(as_person, alice, case, settings, home):
    settings.MANUMIT_FILE_MOST_MB = 0
    refused = upload(as_person(alice), case)
    assert refused.status_code == 422
    assert "larger" in refused.context["form"].errors["file"][0]
    assert not [path for path in home.rglob("*") if path.is_file()]


def test_what_was_sent_with_a_wrong_form_does_not_stay(as_person, alice, case, home):
    assert upload(as_person(alice), case, source="").status_code == 422
    assert not [path for path in (home / "files").rglob("*") if path.is_file()]


@pytest.mark.committed
def test_alice_attaches_and_saves_it_with_a_leaf(as_person, alice, case):
    browser = as_person(alice)
    assert upload(browser, case).status_code == 302
    file = CaseFile.objects.visible_to(alice).get()
    assert b"rosa.png" in browser.get(f"/cases/{case.number}/").content
    saved = browser.get(browser.get(show(case, file)).context["link"])
    assert b"".join(saved.streaming_content) == PNG
    assert saved["Content-Disposition"].startswith("attachment")
    assert (saved["X-Content-Type-Options"], saved["Cache-Control"]) == ("nosniff", "no-store")
    assert Entry.objects.filter(verb="case.file.open", record_id=case.pk, person_id=alice.person_id).count() == 1


def test_a_name_is_data_and_nothing_else(as_person, alice, case, photo, home):
    browser = as_person(alice)
    saved = browser.get(browser.get(show(case, photo)).context["link"])
    assert "/" not in saved["Content-Disposition"].replace("''", "")
    assert ".." not in photo.name
    assert [path.name for path in (home / "files" / "case" / str(case.pk)).iterdir()] == [photo.stored.sha256]


def test_a_link_is_for_one_session_one_purpose_and_five_minutes(as_person, alice, bob, case, photo, monkeypatch):
    browser, colleague = as_person(alice), as_person(bob)
    link = browser.get(show(case, photo)).context["link"]
    for other, address in ((colleague, link), (browser, link[:-2]), (browser, link.partition("?")[0])):
        assert other.get(address).status_code == 302
    assert browser.get(link).status_code == 200
    monkeypatch.setattr(links, "LASTS", -1)
    assert browser.get(link).status_code == 302


def test_bob_reads_and_does_not_attach_and_charlie_learns_nothing(as_person, bob, charlie, case, photo):
    colleague, stranger = as_person(bob), as_person(charlie)
    assert colleague.get(show(case, photo)).status_code == 200
    assert upload(colleague, case).status_code == 403
    for address in (show(case, photo), f"{show(case, photo)}content/", f"/cases/{case.number}/files/"):
        assert stranger.get(address).status_code == 404
    assert stranger.post(f"{show(case, photo)}report/").status_code == 404


def test_a_suspected_file_is_set_aside_by_one_click_and_opened_by_nobody(as_person, alice, bob, case, photo):
    twin = add_file(alice, case, {"file_kind": "picture"}, received(PNG, "again.png"), **BY)
    link = as_person(alice).get(show(case, photo)).context["link"]
    assert as_person(bob).post(f"{show(case, photo)}report/").status_code == 302
    for file in (photo, twin):
        again = questions.part_in(alice, case, "files", file.pk)
        with pytest.raises(NotOpened):
            open_file(alice, again)
        with pytest.raises(files.FileGone):
            files.content(again.stored)
    assert not as_person(alice).get(show(case, photo)).context["link"]
    assert as_person(alice).get(link).status_code == 302
    with pytest.raises(ValidationError, match="set aside"):
        add_file(alice, case, {"file_kind": "photo"}, received(PNG, "x.png"), **BY)
    quarantine_file(alice, questions.part_in(alice, case, "files", photo.pk))


def test_what_a_custodian_keeps_is_noted_and_never_sent(as_person, alice, case):
    noted = {"custodian": "Examiner Reyes", "reference": "ME-7", **SAID}
    assert as_person(alice).post(f"/cases/{case.number}/files/reference/", noted).status_code == 302
    file = questions.part_in(alice, case, "files", CaseFile.objects.visible_to(alice).get().pk)
    with pytest.raises(NotOpened):
        open_file(alice, file)
    with pytest.raises(ValidationError):
        add_file(alice, case, {**noted_values(noted), "file_kind": "reference"}, received(PNG, "x.png"), **BY)
    with pytest.raises(ValidationError):
        add_file(alice, case, {"file_kind": "photo"}, None, **BY)


def noted_values(noted):
    return {name: noted[name] for name in ("custodian", "reference")}


def test_without_the_declaration_nothing_is_taken(as_person, alice, case):
    sent = {"file": SimpleUploadedFile("rosa.png", PNG), "file_kind": "photo", **SAID}
    assert as_person(alice).post(f"/cases/{case.number}/files/", sent).status_code == 422


def test_images_of_the_dead_are_for_the_owners_investigators_and_by_release(alice, bob, sam, charlie, case):
    dead = add_file(alice, case, {"file_kind": "picture", "shows_dead": True}, received(PNG, "m.png"), **BY)
    for actor in (alice, sam):
        assert note_opening(actor, case, dead)
    with pytest.raises(Denied):
        note_opening(bob, case, dead)
    Agreement.objects.create(
        agency_id=charlie.agency_id,
        reference="A-1",
        signed_on="2024-01-01",
        expires_at=timezone.now() + timedelta(days=1),
    )
    Case.unscoped.filter(pk=case.pk).update(level="open")
    charlie = replace(charlie, partner=True)
    partner = access.find(charlie, "read_narrative", "case", case.number)
    with pytest.raises(Denied):
        note_opening(charlie, partner, dead)
    Release.objects.create(
        kind="case", record_id=case.pk, agency_id=charlie.agency_id, groups=["summary", "narrative"],
        purposes=["investigation"], authority="Order", expires_at=timezone.now() + timedelta(days=1),
        released_by_id=sam.person_id,
    )  # fmt: skip
    assert note_opening(charlie, partner, dead)


def test_the_file_goes_with_its_record(case, photo, home, django_capture_on_commit_callbacks):
    folder = places.of_record("case", case.pk)
    assert list(folder.iterdir())
    with django_capture_on_commit_callbacks(execute=True):
        delete_record(None, case, authority="Schedule")
    assert not folder.exists()
    assert not StoredFile.objects.exists()
    assert RecordKey.objects.get(record_id=case.pk).destroyed_at


def test_a_file_moved_to_another_record_does_not_open(case, a_case, photo, alice):
    other = a_case()
    theirs = add_file(alice, other, {"file_kind": "photo"}, received(PNG + b"x", "y.png"), **BY)
    StoredFile.objects.filter(pk=theirs.stored_id).update(wrapped=photo.stored.wrapped)
    theirs.stored.refresh_from_db()
    with pytest.raises(files.FileGone):
        files.content(theirs.stored)


def test_nobody_who_may_not_edit_attaches(case, bob, charlie):
    with pytest.raises(Denied):
        add_file(bob, case, {"file_kind": "photo"}, received(PNG, "x.png"), **BY)
    with pytest.raises(Hidden):
        add_file(charlie, case, {"file_kind": "photo"}, received(PNG, "x.png"), **BY)
