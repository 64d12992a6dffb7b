"""Files of a request lie encrypted, are opened for a purpose and logged, and never under a telling name."""

import pytest
from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import SimpleUploadedFile

from manumit.modules.continued_presence.actions.attach_file import attach_file
from manumit.modules.continued_presence.actions.open_file import open_file, set_aside, withdraw_file
from manumit.modules.continued_presence.models import MOST_FILES, RequestFile
from manumit.modules.continued_presence.questions import files_of
from manumit.modules.continued_presence.tests.people import go
from manumit.modules.continued_presence.tests.uploads import PNG, received
from manumit.spine import audit
from manumit.spine.access import Denied, Hidden
from manumit.spine.administration.tests.signing_in import browser_of
from manumit.spine.audit.models import Entry
from manumit.spine.records import sealed
from manumit.spine.records.models import StoredFile
from manumit.spine.workflow.refusing import Refused

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def home(settings, tmp_path):
    """Files lie in a folder of the test."""
    settings.MANUMIT_HOME = tmp_path
    return tmp_path


@pytest.fixture
def photo(cast, complete) -> RequestFile:
    """A photograph of the victim."""
    return attach_file(cast["detective"], complete, "photo", received(PNG), words="Of May")


def test_it_lies_sealed_and_its_name_is_nowhere(cast, complete, photo, home) -> None:
    lying = [path for path in home.rglob("*") if path.is_file() and "secrets" not in path.parts]
    assert len(lying) == 1
    assert PNG[:16] not in lying[0].read_bytes()
    assert "Mara" not in str(lying) + repr(RequestFile.unscoped.values()) + repr(Entry.objects.values())
    assert "Of May" not in repr(RequestFile.unscoped.values())
    assert b"".join(open_file(cast["colleague"], photo, "To compare")) == PNG
    assert "To compare" in Entry.objects.get(verb="presence.open_file").detail
    assert photo.saved_as == f"{complete.number}-1.png"


def test_it_is_opened_for_a_reason_by_those_who_read_the_victim(cast, complete, photo) -> None:
    with pytest.raises(Refused):
        open_file(cast["detective"], photo, " ")
    for who in ("charlie", "analyst", "sponsor"):
        with pytest.raises((Hidden, Denied)):
            open_file(cast[who], photo, "Why not")
    with pytest.raises((Hidden, Denied)):
        attach_file(cast["charlie"], complete, "photo", received(PNG))
    with pytest.raises(ValidationError):
        attach_file(cast["detective"], complete, "photo", received(b"MZ\x90\x00\x03not a picture"))


def test_one_in_error_is_withdrawn_and_a_suspected_one_set_aside(cast, complete, photo) -> None:
    withdraw_file(cast["detective"], photo)
    [gone] = files_of(cast["detective"], complete)
    with pytest.raises(Refused):
        open_file(cast["detective"], gone, "Again")
    with pytest.raises(Refused):
        withdraw_file(cast["detective"], gone)
    other = attach_file(cast["detective"], complete, "sheet", received(b"What she told."))
    set_aside(cast["colleague"], other)
    other.refresh_from_db()
    assert not other.opens
    assert StoredFile.objects.filter(quarantined_at__isnull=False).count() == 1
    with pytest.raises(ValidationError, match="set aside"):
        attach_file(cast["detective"], complete, "sheet", received(b"What she told."))


def test_a_closed_or_full_request_takes_none(cast, complete) -> None:
    for place in range(MOST_FILES):
        attach_file(cast["detective"], complete, "other", received(f"Sheet {place}".encode()))
    with pytest.raises(Refused):
        attach_file(cast["detective"], complete, "other", received(b"One more"))
    go(cast["detective"], complete, "withdraw", words="She wished it")
    with pytest.raises(Refused, match="closed"):
        attach_file(cast["detective"], complete, "other", received(b"One more"))


def test_on_screen(cast, complete, monkeypatch) -> None:
    browser, here = browser_of(cast["detective"]), f"/presence/{complete.number}/files/"
    given = {"file": SimpleUploadedFile("Mara Quill.png", PNG), "file_kind": "photo", "words": ""}
    assert browser.post(here, given).status_code == 422, "it must be said that it is lawful"
    given["file"].seek(0)
    assert browser.post(here, {**given, "lawful": "on"}).status_code == 302
    row = RequestFile.unscoped.get()
    page = browser.get(here).content.decode()
    assert "Photograph" in page
    assert "Quill" not in page
    assert browser.post(f"{here}{row.pk}/", {"note": ""}).status_code == 422
    answer = browser.post(f"{here}{row.pk}/", {"note": "To compare"})
    assert b"".join(answer.streaming_content) == PNG
    assert "Mara" not in answer["Content-Disposition"]
    assert browser_of(cast["charlie"]).get(f"{here}{row.pk}/").status_code == 404
    assert browser.post(f"{here}{row.pk}/aside/").status_code == 302
    assert browser.post(f"{here}{row.pk}/", {"note": "To compare"}).status_code == 422
    monkeypatch.setattr(audit, "sealed_reads_open", lambda: True)
    assert "file_1" not in sealed.read(cast["detective"], complete, "identity")
