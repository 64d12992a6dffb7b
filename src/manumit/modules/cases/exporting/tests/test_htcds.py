"""HTCDS goes out and comes back; what its sheet says wrongly is refused by sheet, row, column and reason."""

import io
import json
import socket
import zipfile
from argparse import ArgumentParser
from datetime import date

import pytest
from django.utils import timezone
from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl import Workbook, load_workbook

from manumit.modules.cases.choices import PersonRole
from manumit.modules.cases.exporting import htcds_sheet
from manumit.modules.cases.exporting.account import Account
from manumit.modules.cases.exporting.dossier import Dossier
from manumit.modules.cases.exporting.gathering import OPEN_GROUPS, read_cases
from manumit.modules.cases.exporting.htcds import row as mapping
from manumit.modules.cases.exporting.htcds.fields import FIELDS, SHEET
from manumit.modules.cases.exporting.htcds.reading import read
from manumit.modules.cases.importing import htcds, people_command, workbook
from manumit.modules.cases.models import PARTS, Case, CasePerson
from manumit.values.tables.countries import COUNTRY

LINE = st.text(st.characters(exclude_categories=["C", "Z"]), min_size=1, max_size=20)
FREE = ("prs_FirstName", "prs_SecondName", "prs_MiddleName", "cas_CaseOwner", "prs_Salutation", "prs_MailingCity")
LISTS = [field for field in FIELDS.values() if field.table and field is not FIELDS["prs_MailingCountry"]]


def values(field):
    codes = st.sampled_from([row.code for row in field.table])
    return st.lists(codes, min_size=1, max_size=3, unique=True) if field.several else codes


ROWS = st.fixed_dictionaries(
    {"vic_TypeOfExploitation": values(FIELDS["vic_TypeOfExploitation"])},
    optional={
        **dict.fromkeys(FREE, LINE),
        **{field.name: values(field) for field in LISTS if field.name != "vic_TypeOfExploitation"},
        "prs_Birthdate": st.dates(date(1930, 1, 1), date(2020, 1, 1)).map(date.isoformat),
        "cas_IncomingReferralDate": st.dates(date(1999, 1, 1), date(2026, 1, 1)).map(date.isoformat),
        "prs_MobilePhone": st.just("+1 202 555 0143"),
        "prs_HomePhone": st.just("(202) 555-0199"),
        "prs_Email": st.just("someone@example.org"),
        "prs_MailingCountry": st.sampled_from([row.code for row in COUNTRY]),
        "prs_MailingState": st.sampled_from(["MT", "Oaxaca"]),
        "vic_LocationOfRecruitment": LINE,
        "vic_AgeWhenTrafficked": st.integers(1, 90).map(str),
        "vic_DetailsOfVulnerabilities": LINE,
    },
)


def dossier_of(row):
    """Return a case that says what `row` says, unsaved."""
    told = mapping.into(row)
    rows = {CasePerson: [CasePerson(pk=7, **told.person)]}
    for part, said in told.parts:
        rows.setdefault(PARTS[part], []).append(PARTS[part](person_id=7, **said))
    return Dossier(Case(pk=1, case_type="trafficking_labor"), frozenset(OPEN_GROUPS), rows, "RRPD")


@settings(max_examples=150, deadline=None)
@given(ROWS)
def test_a_row_comes_back_as_it_went(row):
    dossier = dossier_of(row)
    back, lost = mapping.out(dossier, dossier.of(CasePerson)[0])
    assert {"cas_Status": "Active", **row} == {"cas_Status": "Active", **back}
    assert lost == []
    assert mapping.says(row, dossier)


@settings(max_examples=30, deadline=None)
@given(st.lists(ROWS, max_size=3))
def test_every_shape_of_file_says_the_same(tmp_path_factory, rows):
    folder = tmp_path_factory.mktemp("htcds")
    writers = {"a.xlsx": htcds_sheet.write_xlsx, "a.csv": htcds_sheet.write_csv, "a.json": htcds_sheet.write_json}
    for name, write in writers.items():
        path = folder / name
        with path.open("wb") as file:
            write(map(dossier_of, rows), file, Account())
        told = list(htcds.reports(path))
        wanted = [row if name.endswith("json") else _in_the_sheet(row) for row in rows]
        assert [type(each).__name__ for each in told] == ["PersonReport"] * len(rows)
        assert all(each.says_the_same(dossier_of(row)) for each, row in zip(told, wanted, strict=True))


def _in_the_sheet(row):
    return {"cas_Status": "Active", **{name: value for name, value in row.items() if name in mapping.IN_THE_SHEET}}


def test_the_sheet_has_the_forty_columns_that_are_published(shared):
    book = load_workbook(next((shared / "htcds").glob("*single_select*.xlsx")), read_only=True)
    labels = [cell.value for cell in list(book["Case Sheet"].iter_rows(max_row=2))[1]]
    assert labels[1:39] == [field.label for field in SHEET]
    assert len(labels) == len(SHEET) + 2 == 40


def test_our_sheet_hides_the_names_and_has_no_formula():
    out = io.BytesIO()
    row = {"prs_FirstName": "=cmd()", "vic_TypeOfExploitation": ["ForcedLabour"]}
    htcds_sheet.write_xlsx([dossier_of(row)], out, Account())
    sheet = load_workbook(out).worksheets[0]
    assert sheet.row_dimensions[1].hidden
    assert (sheet["B2"].value, sheet["D3"].value, sheet["D3"].data_type) == ("Case Owner", "=cmd()", "s")


def test_what_was_lost_is_counted():
    row = {"prs_MiddleName": "Ash", "vic_TypeOfExploitation": ["ForcedLabour"]}
    dossier = dossier_of(row)
    dossier.of(CasePerson)[0].birth = "1987"
    account = Account()
    htcds_sheet.write_csv([dossier], io.BytesIO(), account)
    assert account.lost == {"prs_MiddleName": 1, "people.birth": 1}


def filled(path, *rows, labels=None):
    """Write a sheet as people fill it in: hidden names, labels, then rows of cells by label."""
    book = Workbook()
    sheet = book.active
    sheet.title = "Case Sheet"
    labels = labels or [field.label for field in SHEET]
    sheet.append([None, *(field.name for field in SHEET)])
    sheet.append([None, *labels])
    for place, row in enumerate(rows, 1):
        sheet.append([place, *(row.get(label) for label in labels)])
    book.save(path)
    return path


GOOD = {"First Name": "Robin", "Second Name": "Alder", "Type of Exploitation": "Forced labour", "Citizenship": "Mexico"}


def test_a_row_is_refused_by_sheet_row_column_and_reason_and_the_rest_survives(tmp_path):
    path = filled(
        tmp_path / "a.xlsx",
        {**GOOD, "Gender": "Femenine"},
        {**GOOD, "Birthdate": "5/6/1990"},
        {**GOOD, "Citizenship": "Atlantis"},
        {**GOOD, "First Name": "=A1"},
        {},
        GOOD,
    )
    *refused, told = htcds.reports(path)
    assert [(each.file, each.row, each.column) for each in refused] == [
        ("a.xlsx, Case Sheet", 3, "prs_Gender"),
        ("a.xlsx, Case Sheet", 4, "prs_Birthdate"),
        ("a.xlsx, Case Sheet", 5, "prs_Citizenship"),
        ("a.xlsx, Case Sheet", 6, "prs_FirstName"),
    ]
    assert "nearest: Feminine" in refused[0].reason
    assert (told.place, told.person["citizenships"], told.case["case_type"]) == (8, ["MX"], "trafficking_labor")


def test_a_sheet_of_other_columns_is_refused_as_a_whole(tmp_path):
    with pytest.raises(htcds.UnknownSheet, match="Shoe Size"):
        list(htcds.reports(filled(tmp_path / "a.xlsx", labels=[*(field.label for field in SHEET), "Shoe Size"])))
    other = tmp_path / "a.csv"
    other.write_text("prs_FirstName,shoe\nRobin,41\n")
    with pytest.raises(htcds.UnknownSheet, match="shoe"):
        list(htcds.reports(other))
    with pytest.raises(htcds.UnknownSheet):
        htcds.reports(tmp_path / "a.ods")


def imported(*paths, capsys):
    parser = ArgumentParser()
    people_command.arguments(parser)
    status = people_command.run(htcds.reports, parser.parse_args([*map(str, paths), "--json"]))
    return status, json.loads(capsys.readouterr().out)


def test_victims_come_in_restricted_and_a_second_run_changes_nothing(alice, charlie, tmp_path, capsys):
    path = filled(
        tmp_path / "a.xlsx", GOOD, {**GOOD, "First Name": "Ash", "Gender": "Non-Conforming", "Consent": "Yes"}
    )
    assert imported(path, capsys=capsys) == (0, {"offered": 2, "added": 2, "unchanged": 0, "refused": 0})
    assert {case.level for case in Case.unscoped.all()} == {"restricted"}
    assert {person.role for person in CasePerson.unscoped.all()} == {PersonRole.VICTIM}
    assert Case.objects.visible_to(alice).count() == 2
    assert not Case.objects.visible_to(charlie).exists()
    assert imported(path, capsys=capsys) == (0, {"offered": 2, "added": 0, "unchanged": 2, "refused": 0})


def test_the_same_person_with_other_words_is_for_a_person_to_decide(alice, tmp_path, capsys):
    born = {**GOOD, "Birthdate": date(1990, 5, 6)}
    imported(filled(tmp_path / "a.xlsx", born), capsys=capsys)
    status, counts = imported(filled(tmp_path / "b.xlsx", {**born, "Gender": "Masculine"}), capsys=capsys)
    assert (status, counts["refused"], Case.unscoped.count()) == (1, 1, 1)


def test_what_came_in_goes_out_the_same(alice, tmp_path, capsys):
    gone = {**GOOD, "Gender": "Transgender Feminine", "Status": "Follow Up", "Mobile Phone": "+1 202 555 0143"}
    path = filled(tmp_path / "a.xlsx", gone)
    imported(path, capsys=capsys)
    page = Case.objects.page(alice, readable=OPEN_GROUPS)
    (dossier,) = read_cases(alice, page.rows, mapping.MODELS, timezone.now())
    row, lost = mapping.out(dossier, mapping.victims_of(dossier)[0])
    assert lost == []
    assert (row["prs_Gender"], row["cas_Status"], row["prs_MobilePhone"]) == (
        "TransgenderFeminine", "FollowUp", "+1 202 555 0143",
    )  # fmt: skip


@pytest.fixture
def _no_network(monkeypatch):
    def refuse(self, address, *rest):
        raise AssertionError(f"a connection to {address}")

    monkeypatch.setattr(socket.socket, "connect", refuse)


def archive(path, parts, compression=zipfile.ZIP_DEFLATED):
    with zipfile.ZipFile(path, "w", compression) as made:
        for name, content in parts.items():
            made.writestr(name, content)
    return path


def with_part(tmp_path, name, content):
    """Return a good workbook in which a part is another."""
    good = filled(tmp_path / "good.xlsx", GOOD)
    with zipfile.ZipFile(good) as made:
        parts = {each: made.read(each) for each in made.namelist()}
    return archive(tmp_path / "bad.xlsx", {**parts, name: content})


SHEET_XML = "xl/worksheets/sheet1.xml"
HOSTILE = {
    "an outside entity": (
        SHEET_XML,
        '<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]><worksheet>&x;</worksheet>',
    ),
    "an outside DTD": (SHEET_XML, '<!DOCTYPE a SYSTEM "http://127.0.0.1:1/a.dtd"><worksheet/>'),
    "entities of entities": (
        "xl/sharedStrings.xml",
        '<!DOCTYPE a [<!ENTITY a "ha"><!ENTITY b "&a;&a;">]><sst>&b;</sst>',
    ),
    "another encoding": (SHEET_XML, '<?xml version="1.0" encoding="utf-16"?><worksheet/>'.encode("utf-16")),
    "a part that swells": (SHEET_XML, b"<worksheet>" + b" " * 50_000_000),
}


@pytest.mark.parametrize("name", HOSTILE)
@pytest.mark.usefixtures("_no_network")
def test_a_workbook_made_to_harm_is_refused_before_it_is_unpacked(tmp_path, name):
    with pytest.raises(workbook.BadWorkbook):
        list(htcds.reports(with_part(tmp_path, *HOSTILE[name])))


@pytest.mark.usefixtures("_no_network")
def test_sizes_are_known_before_anything_is_unpacked(tmp_path, monkeypatch):
    many = archive(tmp_path / "many.xlsx", {f"{place}.xml": "<a/>" for place in range(workbook.MOST_PARTS + 1)})
    with pytest.raises(workbook.BadWorkbook, match="parts"):
        list(workbook.rows(many))
    big = filled(tmp_path / "big.xlsx", GOOD)
    monkeypatch.setattr(workbook, "MOST_BYTES", 10)
    monkeypatch.setattr(zipfile.ZipFile, "open", lambda *args, **kwargs: pytest.fail("unpacked"))
    with pytest.raises(workbook.BadWorkbook, match="unpack to"):
        list(workbook.rows(big))


@pytest.mark.parametrize("content", [b"", b"PK\x03\x04", b"MP1,Alder\n", b"\x00" * 100])
def test_what_is_no_workbook_is_refused(tmp_path, content):
    path = tmp_path / "a.xlsx"
    path.write_bytes(content)
    with pytest.raises(workbook.BadWorkbook):
        list(workbook.rows(path))


def test_cells_by_name_are_read_or_refused():
    row, refused = read({"prs_Birthdate": "1990-05-06", "prs_Title": "x" * 5000, "prs_MobilePhone": 12025550143.0})
    assert row == {"prs_Birthdate": "1990-05-06", "prs_MobilePhone": "12025550143"}
    assert [name for name, _ in refused] == ["prs_Title"]
