"""Alice owns and may not export; Bob, her analyst, may; Charlie sees what is open and takes nothing away."""

import csv
import io
import json
from argparse import ArgumentParser
from datetime import date, datetime, timedelta

import pytest
from django.core.exceptions import ValidationError
from django.http import QueryDict
from django.utils import timezone
from openpyxl import load_workbook

from manumit.modules.cases import filters
from manumit.modules.cases.actions.add_number import add_number
from manumit.modules.cases.actions.export_cases import Leaving, export_cases
from manumit.modules.cases.exporting import command, gathering
from manumit.modules.cases.exporting.account import NO_RIGHT, Account
from manumit.modules.cases.exporting.formats import FORMATS
from manumit.modules.cases.exporting.gathering import Wish, export
from manumit.modules.cases.models import Case
from manumit.spine.access import Denied
from manumit.spine.access.actors import actor_for
from manumit.spine.access.models import Agreement
from manumit.spine.audit import questions as log
from manumit.spine.identity.models import Membership, Person

WHY = "For the prosecutor's file"


def wished(actor, name="csv", query="", note=WHY):
    return Wish(actor, FORMATS[name], filters.parse(QueryDict(query)), note)


def exported(actor, name="csv", query="", note=WHY):
    """Return the bytes and the account of an export."""
    out = io.BytesIO()
    account = export(wished(actor, name, query, note), out)
    return out.getvalue(), account


def lines(content):
    return list(csv.DictReader(io.StringIO(content.decode("utf-8-sig"))))


def test_an_analyst_of_the_owner_exports_and_the_owner_sees_it(alice, bob, case, as_person):
    content, account = exported(bob)
    (line,) = lines(content)
    assert (line["Number"], line["Family name"], account.written) == (case.number, "Tallgrass", 1)
    (act,) = log.readers_of("case", case.pk).acts
    told = json.loads(act.detail)
    assert (act.verb, act.person, told["format"], told["note"]) == ("case.export", "Bob", "csv", WHY)
    assert "family_name" in told["fields"]
    page = as_person(alice).get(f"/cases/{case.number}/readers/").content.decode()
    assert "Exported as List (CSV): For the prosecutor&#x27;s file" in page


def test_to_see_is_not_to_take_away(alice, case):
    content, account = exported(alice)
    assert (lines(content), account.written, dict(account.left_out)) == ([], 0, {str(NO_RIGHT): 1})
    assert not log.readers_of("case", case.pk).acts
    with pytest.raises(Denied):
        export_cases(alice, [Leaving(case, ["number"])], format_name="csv", note=WHY)


def test_a_stranger_takes_nothing_and_learns_nothing(charlie, case):
    content, account = exported(charlie)
    assert (lines(content), account.lines()) == ([], ["0 cases written."])


def test_a_partner_sees_an_open_case_and_takes_nothing(charlie, a_case):
    a_case()
    Case.unscoped.update(level="open")
    year = timedelta(days=365)
    Agreement.objects.create(
        agency_id=charlie.agency_id, reference="MOU 7", signed_on=date(2024, 1, 2), expires_at=timezone.now() + year
    )
    charlie = actor_for(charlie.membership_id, "investigation")
    assert Case.objects.count_visible(charlie).value == 1
    content, account = exported(charlie)
    assert (lines(content), account.written, account.left_out[str(NO_RIGHT)]) == ([], 0, 1)


def test_no_leaf_no_case(bob, case, monkeypatch):
    """What cannot be logged does not leave: the leaf comes before the first byte of its case."""

    def fails(*args, **kwargs):
        raise RuntimeError("the log is full")

    monkeypatch.setattr(gathering, "export_cases", fails)
    out = io.BytesIO()
    with pytest.raises(RuntimeError):
        export(wished(bob), out)
    assert case.number.encode() not in out.getvalue()


def test_an_export_says_what_for(bob, case):
    with pytest.raises(ValidationError):
        exported(bob, note="  ")


def test_what_one_may_not_read_is_not_there(bob, a_case, monkeypatch):
    case = a_case(circumstances="Seen at the river")
    add_number(_supervising(bob), case, "namus", "MP12345", source="NamUs")
    real = gathering.questions.readable_groups
    monkeypatch.setattr(gathering.questions, "readable_groups", lambda each: real(each) & {"summary", "agencies"})
    content, _ = exported(bob)
    (line,) = lines(content)
    assert (line["Family name"], line["Circumstances"]) == ("(not yours to read)",) * 2
    assert (line["Number"], line["NamUs"]) == (case.number, "MP12345")
    assert b"Tallgrass" not in content
    assert b"river" not in content
    fields = json.loads(log.readers_of("case", case.pk).acts[0].detail)["fields"]
    assert "number" in fields
    assert "family_name" not in fields


def test_a_format_is_handed_nothing_one_may_not_read(bob, a_case, monkeypatch):
    """Whatever a format writes, it cannot write what is not in its hands."""
    a_case(circumstances="Seen at the river", last_seen_city="Crow Agency")
    monkeypatch.setattr(gathering.questions, "readable_groups", lambda each: frozenset({"summary", "whereabouts"}))
    (dossier,) = gathering.dossiers(wished(bob), Account())
    assert dossier.groups == {"summary"}
    told = (dossier.case.circumstances, dossier.case.last_seen_city, dossier.case.subject_name)
    assert told == ("", "", "")
    assert dossier.case.last_seen_state == "MT"


def _supervising(bob):
    membership = Membership.objects.get(pk=bob.membership_id)
    membership.roles = ["analyst", "investigator"]
    membership.save()
    return actor_for(membership.pk, "investigation")


def test_batches_meet(bob, a_case, monkeypatch):
    monkeypatch.setattr(gathering, "BATCH", 2)
    numbers = {a_case().number for _ in range(5)}
    content, account = exported(bob)
    assert ({line["Number"] for line in lines(content)}, account.written) == (numbers, 5)


def test_filters_narrow(bob, a_case):
    a_case()
    other = a_case(last_seen_state="AK", last_seen_county="Bethel")
    content, account = exported(bob, query="place=AK")
    assert ([line["Number"] for line in lines(content)], account.written) == ([other.number], 1)


@pytest.mark.parametrize("start", ["=", "+", "-", "@", "\t", "\r"])
def test_no_cell_is_a_formula(bob, a_case, start):
    story = f"{start}HYPERLINK(0)"
    case = a_case()
    Case.unscoped.filter(pk=case.pk).update(circumstances=story)
    content, _ = exported(bob)
    (line,) = lines(content)
    assert line["Circumstances"] == f"'{story}"
    book, _ = exported(bob, "xlsx")
    cell = list(load_workbook(io.BytesIO(book)).worksheets[0].rows)[1][-1]
    assert (cell.data_type, cell.quotePrefix) == ("s", True)
    assert cell.value.replace("_x000D_", "\r").replace("\n", "\r") == story.replace("\n", "\r")


def test_a_workbook_has_types_and_says_what_is_left_out(bob, case):
    book, _ = exported(bob, "xlsx")
    sheets = load_workbook(io.BytesIO(book)).worksheets
    head, row = ([cell.value for cell in each] for each in sheets[0].rows)
    line = dict(zip(head, row, strict=True))
    assert line["Last seen, earliest"] == datetime(2024, 5, 2)  # noqa: DTZ001 - a workbook knows no zones
    assert (line["Age, lowest"], line["Acute"]) == (17, False)
    assert isinstance(line["Opened"], datetime)
    assert "1 cases written." in [cell.value for (cell,) in sheets[1].rows]


def test_the_page_leads_from_format_to_download(bob, case, as_person):
    browser = as_person(bob)
    assert "/cases/export/" in browser.get("/cases/").content.decode()
    chosen = browser.get("/cases/export/?format=csv").content.decode()
    assert "One case of this list may leave." in chosen
    assert "What it cannot carry" in chosen
    assert browser.post("/cases/export/?format=csv", {"note": ""}).status_code == 422
    answer = browser.post("/cases/export/?format=csv", {"note": WHY})
    assert case.number in b"".join(answer.streaming_content).decode()
    assert answer["Content-Disposition"].startswith('attachment; filename="cases-csv-')
    assert "no-store" in answer["Cache-Control"]


def test_the_page_says_what_one_may_not_export(alice, case, as_person):
    browser = as_person(alice)
    assert "/cases/export/" not in browser.get("/cases/").content.decode()
    page = browser.get("/cases/export/?format=csv").content.decode()
    assert "0 cases of this list may leave." in page
    assert "One that you may see is left out" in page
    answer = browser.post("/cases/export/?format=csv", {"note": WHY})
    assert answer.status_code == 422
    assert not log.readers_of("case", case.pk).acts


def test_a_browser_is_not_given_too_many(bob, a_case, as_person, monkeypatch):
    monkeypatch.setattr("manumit.modules.cases.pages.export_cases.MOST", 1)
    a_case(), a_case()
    browser = as_person(bob)
    assert "A browser gets 1 cases at most" in browser.get("/cases/export/?format=csv").content.decode()
    assert browser.post("/cases/export/?format=csv", {"note": WHY}).status_code == 422


def commanded(*words):
    name, *rest = words
    parser = ArgumentParser()
    command.arguments(parser)
    return command.run(FORMATS[name], parser.parse_args(rest))


def test_the_command_writes_a_whole_file_or_none(bob, case, tmp_path, capsys):
    to = tmp_path / "cases.csv"
    email = Person.objects.get(pk=bob.person_id).email
    assert commanded("csv", "--person", email, "--for", WHY, "--to", str(to), "--json") == 0
    assert [line["Number"] for line in lines(to.read_bytes())] == [case.number]
    assert json.loads(capsys.readouterr().out)["written"] == 1
    assert commanded("csv", "--person", email, "--for", WHY, "--to", str(to)) == 1
    assert "there already" in capsys.readouterr().err
    assert (
        commanded("csv", "--person", email, "--for", WHY, "--to", str(to), "--where", "state=asleep", "--replace") == 1
    )
    assert "--where state" in capsys.readouterr().err
    assert [path.name for path in tmp_path.iterdir()] == ["cases.csv"]


def test_the_command_refuses_who_may_not_export(alice, case, tmp_path, capsys):
    email = Person.objects.get(pk=alice.person_id).email
    assert commanded("csv", "--person", email, "--for", WHY, "--to", str(tmp_path / "a.csv")) == 1
    assert "Nobody may export cases" in capsys.readouterr().err


def test_every_format_says_what_it_carries_and_writes_nothing_of_nothing(charlie):
    for wanted in FORMATS.values():
        assert wanted.fields
        assert wanted.cannot
        assert str(wanted.holds)
        assert all(group in gathering.OPEN_GROUPS for group in wanted.fields)
        assert wanted.write(iter(()), io.BytesIO(), Account()) is None
