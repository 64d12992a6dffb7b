"""NamUs tables become cases; the same table again changes nothing."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from manumit.modules.cases.models import Case, CaseAgency, CasePerson, OutsideNumber
from manumit.spine.audit.models import Entry
from manumit.spine.identity.actor import Actor
from manumit.spine.records import RecordHistory, provenance
from manumit.values.record_number import RecordNumber

from .conftest import Importing, missing, remains


def only_case() -> Case:
    return Case.unscoped.get()


def test_a_missing_person_becomes_a_case(importing: Importing, alice: Actor) -> None:
    assert importing(missing({"Race / Ethnicity": "Asian, Other", "Legal Last Name": "Alder, Jr."})).counts == (
        1,
        0,
        0,
        0,
    )
    case, person = only_case(), CasePerson.unscoped.get()
    assert RecordNumber.parse(case.number, "C")
    assert (case.case_type, case.state, case.level, case.origin) == ("missing", "active", "open", "import namus")
    assert case.owner_id == alice.agency_id
    assert (case.last_seen_earliest_on, case.last_seen_latest_on) == (date(2025, 6, 8), date(2025, 6, 8))
    assert (case.last_seen_precision, case.place_precision) == ("day", "locality")
    assert (case.last_seen_state, case.last_seen_county, case.last_seen_city) == ("AK", "Juneau", "Juneau")
    assert case.subject_name == "Alder, Robin Jr"
    assert (person.family_name, person.given_names, person.name_suffix) == ("Alder", "Robin", "Jr")
    assert (person.role, person.sex, person.races) == ("missing", "male", ["asian", "other"])
    assert (person.age_min, person.age_max, person.age_text) == (Decimal(41), Decimal(41), "41 Years")
    number = OutsideNumber.unscoped.get()
    assert (number.case_id, number.scheme, number.value, number.owner_id) == (
        case.pk,
        "namus",
        "MP100001",
        case.owner_id,
    )
    assert not CaseAgency.unscoped.exists()


def test_remains_become_a_case_without_a_name(importing: Importing) -> None:
    content = remains({"State": "New Mexico", "Biological Sex": "Unsure", "City": "", "Race / Ethnicity": ""})
    assert importing(content).counts == (1, 0, 0, 0)
    case, person, examiner = only_case(), CasePerson.unscoped.get(), CaseAgency.unscoped.get()
    assert (case.case_type, case.last_seen_state, case.place_precision) == ("unidentified_remains", "NM", "county")
    assert case.subject_name == ""
    assert (person.role, person.sex, person.races) == ("decedent_unidentified", "unsure", [])
    assert (person.age_min, person.age_max, person.age_text) == (Decimal(27), Decimal(37), "27.0 - 37.0")
    assert (examiner.role, examiner.number) == ("investigating", "63184")


def test_every_value_knows_who_said_it_when_and_how_sure(importing: Importing) -> None:
    importing(remains({}))
    case, person = only_case(), CasePerson.unscoped.get()
    place, age = provenance.of(case, "last_seen_city"), provenance.of(case, f"people.{person.pk}.age_min")
    assert (place.source, place.said_on, place.certainty) == ("NamUs", date(2025, 7, 7), "exact")
    assert (age.source, age.said_on, age.certainty) == ("NamUs", date(2025, 7, 7), "estimated")


def test_each_case_has_its_leaf_and_its_first_step(importing: Importing, alice: Actor) -> None:
    importing(missing({}, {"Case Number": "MP100002"}))
    leaves = Entry.objects.order_by("id")
    assert [(leaf.verb, leaf.record_id) for leaf in leaves] == [
        ("case.import", pk) for pk in Case.unscoped.order_by("id").values_list("pk", flat=True)
    ]
    assert all((leaf.person_id, leaf.purpose) == (alice.person_id, "records") for leaf in leaves)
    assert '"file":"a.csv"' in leaves[0].detail
    assert '"row":2' in leaves[0].detail
    assert [(step.version, step.verb) for step in RecordHistory.objects.all()] == [(1, "case.import")] * 2


def test_the_same_again_changes_nothing(importing: Importing) -> None:
    contents = missing({}, {"Case Number": "MP100002"}), remains({"Race / Ethnicity": "Asian, Uncertain"})
    assert importing(*contents).counts == (3, 0, 0, 0)
    leaves = Entry.objects.count()
    assert importing(*contents).counts == (0, 0, 3, 0)
    assert Entry.objects.count() == leaves


def test_a_later_file_that_differs_changes_the_case_with_its_history(importing: Importing) -> None:
    importing(missing({}))
    later = missing(
        {"City": "Sitka", "Missing Age": "42 Years", "Legal Last Name": "Birch", "Date Modified": "08/01/2025"}
    )
    assert importing(later).counts == (0, 1, 0, 0)
    case, person = only_case(), CasePerson.unscoped.get()
    assert (case.last_seen_city, case.subject_name, case.version) == ("Sitka", "Birch, Robin", 2)
    assert person.age_text == "42 Years"
    step = RecordHistory.objects.get(version=2)
    assert step.changes["last_seen_city"] == {
        "from": "Juneau", "to": "Sitka", "source": "NamUs", "said_on": "2025-08-01", "certainty": "exact",
    }  # fmt: skip
    assert step.changes[f"people.{person.pk}.age_min"]["to"] == "42.00"
    assert provenance.of(case, "last_seen_city").said_on == date(2025, 8, 1)
    assert provenance.of(case, "last_seen_county").said_on == date(2025, 7, 7)
    assert Entry.objects.filter(verb="case.import.change", record_id=case.pk).count() == 1
    assert importing(later).counts == (0, 0, 1, 0)


def test_an_examiners_number_that_changes_is_kept_in_history(importing: Importing) -> None:
    importing(remains({"ME/C Case": ""}))
    assert not CaseAgency.unscoped.exists()
    assert importing(remains({"ME/C Case": "77"})).counts == (0, 1, 0, 0)
    assert importing(remains({"ME/C Case": "78"})).counts == (0, 1, 0, 0)
    examiner = CaseAgency.unscoped.get()
    assert examiner.number == "78"
    path = f"agencies.{examiner.pk}.number"
    assert [step.changes.get(path, {}).get("from") for step in RecordHistory.objects.order_by("version")] == [
        None,
        None,
        "77",
    ]
    assert importing(remains({"ME/C Case": "78"})).counts == (0, 0, 1, 0)


def test_a_later_modification_of_the_same_values_is_no_change(importing: Importing) -> None:
    importing(missing({}))
    assert importing(missing({"Date Modified": "09/01/2025"})).counts == (0, 0, 1, 0)


def test_a_dry_run_says_the_same_and_writes_nothing(importing: Importing) -> None:
    importing(missing({}))
    content = missing(
        {"City": "Sitka", "Date Modified": "08/01/2025"},
        {"Case Number": "MP100002"},
        {"Case Number": "MP100002"},
        {"Case Number": "MP100002", "City": "Kake", "Date Modified": "08/02/2025"},
        {"Case Number": "x"},
    )
    before = Entry.objects.count()
    dry = importing(content, dry_run=True)
    assert dry.counts == (1, 2, 1, 1)
    assert (Case.unscoped.count(), Entry.objects.count()) == (1, before)
    wet = importing(content)
    assert (wet.counts, wet.refusals) == (dry.counts, dry.refusals)


def test_two_agencies_hold_the_same_number_each_for_itself(importing: Importing, bob: Actor) -> None:
    assert importing(missing({})).counts == (1, 0, 0, 0)
    assert importing(missing({}), actor=bob).counts == (1, 0, 0, 0)
    assert importing(missing({}), actor=bob).counts == (0, 0, 1, 0)
    assert set(Case.unscoped.values_list("owner_id", flat=True)) == {bob.agency_id, Case.unscoped.first().owner_id}


@pytest.mark.parametrize("name", ["a byte order mark", "another order of columns"])
def test_the_layout_is_known_by_its_columns(importing: Importing, name: str) -> None:
    content = missing({})
    if name == "a byte order mark":
        content = b"\xef\xbb\xbf" + content
    else:
        content = b"\r\n".join(b",".join(reversed(line.split(b","))) for line in content.split(b"\r\n"))
    assert importing(content).counts == (1, 0, 0, 0)
    assert only_case().last_seen_city == "Juneau"


@pytest.mark.parametrize(
    ("content", "says"),
    [
        (b"Case Number,DLC,Last Name,First Name\n", "missing: Missing Age, City"),
        (missing({}).replace(b"City", b"Town"), "missing: City; not known: Town"),
        (missing({}).replace(b"City", b"County"), "names the column 'County' twice"),
        (b"", "the file is empty"),
        (b"\xff\xfe" + "Case".encode("utf-16-le"), "UTF-16"),
    ],
)
def test_another_table_is_refused_as_a_whole_naming_what_was_expected(
    importing: Importing, content: bytes, says: str
) -> None:
    outcome = importing(content, missing({}))
    assert [(one.file, one.row) for one in outcome.refusals] == [("a.csv", 1)]
    assert says in outcome.refusals[0].reason
    assert outcome.counts == (1, 0, 0, 0)
