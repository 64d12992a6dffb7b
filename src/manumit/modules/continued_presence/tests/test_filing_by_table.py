"""An agency's own system files a table: every row or none, once, each victim with the answers of its operation."""

import csv
import io

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from manumit.modules.continued_presence.models import PresenceRequest
from manumit.modules.continued_presence.tests.answers import MINOR, SHARED, VICTIM, flat
from manumit.spine import audit
from manumit.spine.administration.tests.signing_in import browser_of
from manumit.spine.audit.models import Entry
from manumit.spine.records import IdempotencyKey, sealed

pytestmark = pytest.mark.django_db
ADDRESS = "/api/v1/continued_presence/table/content"


@pytest.fixture(autouse=True)
def home(settings, tmp_path, monkeypatch):
    """Files that arrive lie in a folder of the test, and the log is being sealed."""
    settings.MANUMIT_HOME = tmp_path
    monkeypatch.setattr(audit, "sealed_reads_open", lambda: True)
    return tmp_path


def rows() -> list[dict[str, str]]:
    """Return two victims of one operation, the second without what they share, and one of another."""
    victim, minor, shared = (
        {name: ";".join(value) if isinstance(value, list) else value for name, value in flat(part).items()}
        for part in (VICTIM, MINOR, SHARED)
    )
    first = {"operation": "24-0117", "region": "MT", **shared, **victim}
    return [first, {"operation": "24-0117", "region": "MT", **minor}, {**first, "operation": "24-0200"}]


def text(told: list[dict[str, str]]) -> str:
    """Return rows as CSV."""
    out = io.StringIO()
    writer = csv.DictWriter(out, list(dict.fromkeys(name for row in told for name in row)))
    writer.writeheader()
    writer.writerows(told)
    return out.getvalue()


def send(actor, content: str, key: str = ""):
    """Send a table."""
    file = SimpleUploadedFile("table.csv", content.encode(), "text/csv")
    return browser_of(actor).post(ADDRESS, {"file": file}, headers={"Idempotency-Key": key} if key else {})


def test_a_table_is_filed_once_and_its_answer_holds_no_word(cast, home) -> None:
    told = send(cast["detective"], text(rows()), "own-1")
    assert told.status_code == 201, told.content
    assert send(cast["detective"], text(rows()), "own-1").content == told.content
    first, second = told.json()["operations"]
    assert [len(each["requests"]) for each in (first, second)] == [2, 1]
    assert [each["missing"] for each in (*first["requests"], *second["requests"])] == [[], [], []]
    assert PresenceRequest.unscoped.count() == 3
    kept = told.content.decode() + IdempotencyKey.objects.get().answer + repr(Entry.objects.values())
    assert not [word for word in ("Quill", "Freedonia", "Helena", "A012345678") if word in kept]
    assert not [path for path in (home / "files").rglob("*") if path.is_file()], "a table is read and not kept"
    request = PresenceRequest.unscoped.get(number=first["requests"][0]["number"])
    assert sealed.read(cast["detective"], request, "elements")["acts"] == flat(VICTIM)["acts"]


@pytest.mark.parametrize(
    ("change", "field"),
    [
        ({"birth_on": "2999-01-01"}, "line 3.birth_on"),
        ({"acts": "harbor; fly"}, "line 3.acts"),
        ({"ori": "ID0010000"}, "line 3.ori"),
        ({"region": "ID"}, "line 3.region"),
        ({"operation": ""}, "line 3.operation"),
        ({"shoe_size": "9"}, "file"),
    ],
)
def test_one_row_that_is_refused_is_named_and_nothing_is_filed(cast, change, field: str) -> None:
    told = rows()
    told[1] |= change
    refused = send(cast["detective"], text(told))
    assert (refused.status_code, [each["field"] for each in refused.json()["errors"]]) == (422, [field])
    assert not PresenceRequest.unscoped.exists()


def test_what_is_no_table_or_empty_or_from_somebody_else_is_refused(cast) -> None:
    assert send(cast["detective"], "\x00").status_code == 422
    assert send(cast["detective"], "operation,region\n").status_code == 409
    assert send(cast["analyst"], text(rows())).status_code == 403
    assert not PresenceRequest.unscoped.exists()
