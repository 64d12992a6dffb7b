"""In every format: Bob, the owner's analyst, takes a case away with a leaf; Alice and Charlie take nothing."""

import io
import json
import zipfile

import pytest
from django.http import QueryDict

from manumit.modules.cases import filters
from manumit.modules.cases.actions.add_number import add_number
from manumit.modules.cases.actions.add_part import add_part
from manumit.modules.cases.exporting import gathering
from manumit.modules.cases.exporting.account import NO_RIGHT
from manumit.modules.cases.exporting.formats import FORMATS
from manumit.modules.cases.exporting.gathering import Wish, export
from manumit.modules.cases.models import Case, TraditionalName
from manumit.spine.audit import questions as log

WHY = "For the prosecutor"
SECRET = "Tallgrass"
READS = {"summary", "agencies"}
REMAINS = ({"role": "decedent_unidentified", "sex": "female"},)
VICTIM = ({"role": "victim", "family_name": SECRET, "given_names": "Rosa"},)


@pytest.fixture
def fitting(alice, a_case):
    """Return a function that opens a case which the format `name` takes."""

    def opened(name):
        if name.startswith("htcds"):
            case = a_case(VICTIM, case_type="trafficking_labor")
            add_part(alice, case, "exploitations", {"kinds": ["forced_labor"]}, source="x")
            return case
        remains = name == "namus-remains"
        case = a_case(REMAINS, case_type="unidentified_remains") if remains else a_case()
        add_number(alice, case, "namus", "UP77" if remains else "MP77", source="NamUs")
        return case

    return opened


def exported(actor, name):
    out = io.BytesIO()
    account = export(Wish(actor, FORMATS[name], filters.parse(QueryDict("")), WHY), out)
    return opened_up(out.getvalue()), account


def in_reach(model):
    return model.scoped_through.group in READS


def opened_up(content):
    """Return what a reader finds in a file; a workbook is a folder of XML."""
    if not content.startswith(b"PK"):
        return content
    with zipfile.ZipFile(io.BytesIO(content)) as book:
        return b"".join(book.read(each) for each in book.namelist())


@pytest.mark.parametrize("name", FORMATS)
def test_bob_takes_it_with_a_leaf_that_says_format_fields_and_need(fitting, bob, name):
    case = fitting(name)
    content, account = exported(bob, name)
    assert account.written == 1, account.lines()
    assert (SECRET.encode() in content) is (name != "namus-remains")
    (act,) = log.readers_of("case", case.pk).acts
    told = json.loads(act.detail)
    assert (act.verb, act.person, told["format"], told["note"]) == ("case.export", "Bob", name, WHY)
    assert told["fields"] == FORMATS[name].fields_in(frozenset(gathering.OPEN_GROUPS))


@pytest.mark.parametrize("name", FORMATS)
def test_alice_sees_it_and_charlie_does_not_and_neither_takes_it(fitting, alice, charlie, name):
    case = fitting(name)
    nothing, _ = exported(charlie, name)
    for actor, left_out in ((alice, {str(NO_RIGHT): 1}), (charlie, {})):
        content, account = exported(actor, name)
        assert (account.written, dict(account.left_out)) == (0, left_out)
        assert case.number.encode() not in content
        assert SECRET.encode() not in content
    assert SECRET.encode() not in nothing
    assert not log.readers_of("case", case.pk).acts


@pytest.mark.parametrize("name", FORMATS)
def test_groups_that_bob_may_not_read_are_in_no_format(fitting, bob, monkeypatch, name):
    fitting(name)
    Case.unscoped.update(circumstances="Seen at the river", last_seen_city="Crow Agency")
    groups, rows = gathering.questions.readable_groups, gathering._rows
    monkeypatch.setattr(gathering.questions, "readable_groups", lambda each: groups(each) & READS)
    monkeypatch.setattr(
        gathering, "_rows", lambda actor, model, *more: rows(actor, model, *more) if in_reach(model) else {}
    )
    content, _ = exported(bob, name)
    for hidden in (SECRET, "river", "Crow Agency"):
        assert hidden.encode() not in content


@pytest.mark.parametrize("name", FORMATS)
def test_a_traditional_name_leaves_in_no_format(fitting, alice, bob, name):
    case = fitting(name)
    add_part(
        alice, case, "traditional_names",
        {"name": "Little Star", "consent_by": "Her mother", "consent_on": "2024-06-01"}, source="Her mother",
    )  # fmt: skip
    assert TraditionalName.unscoped.count() == 1
    content, account = exported(bob, name)
    assert (account.written, b"Little Star" in content) == (1, False)
