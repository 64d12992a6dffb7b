"""Who may open cases says what a table's columns mean, looks, takes it in, and gets the refused rows back."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from manumit.modules.cases.actions.save_mapping import save_mapping
from manumit.modules.cases.models import Case, ColumnMapping

TABLE = b"OCA,Last name,Town,Age\r\n2019-1,Alder,Sitka,17\r\n2019-2,Birch,=cmd(),old\r\n"
MEANT = {"column_0": "number", "column_1": "family_name", "column_2": "city", "column_3": "age"}


def upload(content=TABLE, name="own.csv"):
    return SimpleUploadedFile(name, content, "text/csv")


@pytest.fixture
def mapping(alice):
    columns = {"OCA": "number", "Last name": "family_name", "Town": "city", "Age": "age"}
    return save_mapping(alice, name="Dispatch sheet", source="Sheriff", columns=columns)


def test_columns_are_read_then_saved(as_person, alice):
    browser = as_person(alice)
    asked = browser.post(reverse("cases:tables"), {"file": upload()})
    assert asked.status_code == 200
    assert "In the first row: Sitka" in asked.content.decode()
    answers = {"name": "Sheriff", "source": "Sheriff", "case_type": "missing", "scheme": "source", **MEANT}
    header = '["OCA", "Last name", "Town", "Age"]'
    assert browser.post(reverse("cases:save_columns"), {**answers, "header": header}).status_code == 302
    assert ColumnMapping.objects.get().columns["Town"] == "city"


@pytest.mark.parametrize("header", ["", "{}", "[1]", "x"])
def test_columns_that_were_tampered_with_are_refused(as_person, alice, header):
    answers = {"name": "S", "source": "S", "case_type": "missing", "scheme": "source", **MEANT, "header": header}
    assert as_person(alice).post(reverse("cases:save_columns"), answers).status_code == 422
    assert not ColumnMapping.objects.exists()


def test_a_look_shows_first_rows_and_faults_and_takes_nothing_in(as_person, alice, mapping):
    page = as_person(alice).post(reverse("cases:table", args=[mapping.pk]), {"file": upload(), "only_look": "on"})
    text = page.content.decode()
    assert "Alder" in text
    assert "begins with" in text
    assert not Case.unscoped.filter(origin="import table").exists()


def test_taken_in_the_refused_rows_come_back_as_a_file_nothing_will_run(as_person, alice, mapping):
    browser = as_person(alice)
    page = browser.post(reverse("cases:table", args=[mapping.pk]), {"file": upload()})
    assert Case.unscoped.get(origin="import table").last_seen_city == "Sitka"
    answer = browser.post(reverse("cases:refused_rows"), {"rows": page.context["rows"] + "=1+1,2\r\n"})
    assert answer["Content-Disposition"] == 'attachment; filename="refused.csv"'
    lines = answer.content.decode().splitlines()
    assert lines[0] == "file,row,column,reason"
    assert any(",3,Town," in line for line in lines)
    assert lines[-1] == "'=1+1,2"


@pytest.mark.parametrize("content", [b"", b"\xff\xfea", b"a,a\r\n", b'"', b"\0"])
def test_no_table_is_no_page_of_errors(as_person, alice, mapping, content):
    browser = as_person(alice)
    assert browser.post(reverse("cases:tables"), {"file": upload(content)}).status_code == 422
    assert browser.post(reverse("cases:table", args=[mapping.pk]), {"file": upload(content)}).status_code in {200, 422}


def test_strangers_find_no_mapping_of_others(as_person, charlie, mapping):
    browser = as_person(charlie)
    assert "Dispatch sheet" not in browser.get(reverse("cases:tables")).content.decode()
    assert browser.get(reverse("cases:table", args=[mapping.pk])).status_code == 404
    assert browser.post(reverse("cases:table", args=[mapping.pk]), {"file": upload()}).status_code == 404
