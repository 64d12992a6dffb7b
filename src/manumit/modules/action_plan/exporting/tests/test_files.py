"""Feeds, calendars, tables and the printed report hold what is published, in formats that other programs read."""

import csv
import io
import json
from datetime import UTC, date, datetime

import icalendar
import openpyxl
import pypdf
import pytest
from lxml import etree

from manumit.modules.action_plan.exporting import annual_report, atom, calendar, tables
from manumit.modules.action_plan.models import PublicCommitment

TOLD = {
    "verb": "publish", "thing": "surveys", "sentence": "Labor will publish surveys.", "document": "Fact sheet",
    "document_url": "", "made_on": "2024-02-14", "action": "", "measure": "", "target": 4, "actual": 2, "amount": "",
    "due_words": "", "recurring": False, "outcome": "", "partners": [], "restated": [], "due_dates": [],
    "updates": [{"quarter": "2024-Q3", "text": "Two are out."}],
    "evidence": [{"title": "Survey", "url": "https://example.org/1", "on": "", "kind": "document"}],
}  # fmt: skip


@pytest.fixture
def promise() -> PublicCommitment:
    return PublicCommitment(
        number="AC-1", title="=Publish #four *surveys*", pillar="prevention", agencies=["DOL", "DHS"],
        status="in_progress", year=2024, due_on=date(2024, 12, 31), told=TOLD,
        changed_at=datetime(2024, 10, 2, tzinfo=UTC),
    )  # fmt: skip


def test_atom_has_an_entry_with_a_permanent_address(promise) -> None:
    feed = etree.fromstring(atom.write([promise], "https://example.org/"))
    entry = feed.find("{*}entry")
    assert entry.findtext("{*}id") == "https://example.org/promises/AC-1/"
    assert entry.findtext("{*}summary") == "In progress. Two are out."
    assert feed.findtext("{*}updated") == "2024-10-02T00:00:00+00:00"


def test_the_calendar_has_an_all_day_event(promise) -> None:
    found = icalendar.Calendar.from_ical(calendar.write([promise], "https://example.org/"))
    event = found.walk("VEVENT")[0]
    assert (event.decoded("dtstart"), str(event["uid"])) == (date(2024, 12, 31), "AC-1@promises")


def test_tables_hold_the_same_and_run_no_formula(promise) -> None:
    rows = tables.rows([promise])
    line = next(csv.DictReader(io.StringIO(tables.as_csv(rows).decode("utf-8-sig"))))
    assert (line["title"], line["agencies"], line["actual"]) == ("'=Publish #four *surveys*", "DOL; DHS", "2")
    sheet = openpyxl.load_workbook(io.BytesIO(tables.as_xlsx(rows))).active
    assert sheet.cell(2, 4).value == "'=Publish #four *surveys*"
    assert json.loads(tables.as_json(rows))[0]["title"] == "=Publish #four *surveys*"


def test_the_report_is_a_tagged_pdf_with_its_text_as_text(promise) -> None:
    pdf = pypdf.PdfReader(io.BytesIO(annual_report.write([promise], "2024")))
    words = " ".join(page.extract_text() for page in pdf.pages)
    assert "=Publish #four *surveys*" in words
    assert "Two are out." in words
    assert pdf.trailer["/Root"]["/MarkInfo"]["/Marked"]
    assert annual_report.write([])[:5] == b"%PDF-"
