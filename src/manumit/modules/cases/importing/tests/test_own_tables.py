"""Any table is read by a saved mapping of its columns; what cannot be is refused with its reason."""

from __future__ import annotations

import csv
import io
import json
from argparse import ArgumentParser
from pathlib import Path
from typing import Any

import pytest

from manumit.modules.cases.actions.save_mapping import BadMapping, save_mapping
from manumit.modules.cases.importing import table_command
from manumit.modules.cases.importing.mapped_fields import FIELDS
from manumit.modules.cases.importing.mapped_row import Mapped
from manumit.modules.cases.importing.run import Run
from manumit.modules.cases.models import (
    PARTS,
    Case,
    CaseAgency,
    CasePerson,
    ColumnMapping,
    Feature,
    OutsideNumber,
    TribeAssociation,
    Vehicle,
)
from manumit.spine.access import Denied, Hidden
from manumit.spine.audit.models import Entry
from manumit.spine.identity.actor import Actor
from manumit.spine.records import provenance
from manumit.values.strict_csv import Refusal

from .conftest import TODAY, Importing, missing

COLUMNS = {
    "OCA": "number", "Updated": "modified_on", "Last": "family_name", "First": "given_names", "Age": "age",
    "Missing since": "last_seen", "St": "state", "Town": "city", "Ht": "height", "Eyes": "eyes", "Tattoo 1": "tattoo",
    "Tattoo 2": "tattoo", "Car": "vehicle", "Plate": "plate", "Tribe": "tribe", "Agency no": "agency_number",
}  # fmt: skip
ROW = {
    "OCA": "2019-4711", "Updated": "7/1/2025", "Last": "Alder", "First": "Robin", "Age": "17",
    "Missing since": "6/2025", "St": "AK", "Town": "Sitka", "Ht": "5'6\"", "Eyes": "BRO", "Tattoo 1": "Rose",
    "Tattoo 2": "Anchor", "Car": "Blue pickup", "Plate": "ABC 123", "Tribe": "Invented River Tribe",
    "Agency no": "77", "Left out": "x",
}  # fmt: skip


def table(*rows: dict[str, str], columns: tuple[str, ...] = tuple(ROW)) -> bytes:
    out = io.StringIO()
    writer = csv.DictWriter(out, columns, extrasaction="ignore")
    writer.writeheader()
    writer.writerows({**ROW, **row} for row in rows)
    return out.getvalue().encode()


@pytest.fixture
def mapping(alice: Actor) -> ColumnMapping:
    return save_mapping(alice, name="Sheriff", source="Sheriff", columns=COLUMNS)


def taken(actor: Actor, mapping: ColumnMapping, content: bytes) -> tuple[tuple[int, ...], list[Refusal]]:
    refusals: list[Refusal] = []
    run = Run(actor, TODAY, refusals.append, mapped=Mapped.of(mapping))
    run.read(io.BytesIO(content), "own.csv")
    return tuple(run.tally.as_json().values())[1:], refusals


def test_a_row_becomes_a_case_of_ones_own_restricted_with_its_parts(alice: Actor, mapping: ColumnMapping) -> None:
    assert taken(alice, mapping, table({})) == ((1, 0, 0, 0), [])
    case, person = Case.unscoped.get(), CasePerson.unscoped.get()
    assert (case.level, case.origin, case.last_seen_precision) == ("restricted", "import table", "month")
    assert (case.last_seen_state, case.last_seen_city, case.place_precision) == ("AK", "Sitka", "locality")
    assert (person.family_name, person.age_min, person.height_min, person.eye_left) == ("Alder", 17, 66, "brown")
    assert sorted(Feature.unscoped.values_list("description", flat=True)) == ["Anchor", "Rose"]
    vehicle = Vehicle.unscoped.get()
    assert (vehicle.description, vehicle.plate_number) == ("Blue pickup", "ABC 123")
    assert TribeAssociation.unscoped.get().reported_as == "Invented River Tribe"
    assert CaseAgency.unscoped.get().number == "77"
    assert list(OutsideNumber.unscoped.values_list("scheme", "value")) == [("source", "Sheriff:2019-4711")]
    assert provenance.of(case, "last_seen_city").source == "Sheriff"


def test_again_nothing_changes_and_a_later_row_does(alice: Actor, mapping: ColumnMapping) -> None:
    taken(alice, mapping, table({}))
    leaves = Entry.objects.count()
    assert taken(alice, mapping, table({}))[0] == (0, 0, 1, 0)
    assert Entry.objects.count() == leaves
    later = table({"Tattoo 1": "Red rose", "Age": "18", "Updated": "8/1/2025"})
    assert taken(alice, mapping, later)[0] == (0, 1, 0, 0)
    assert sorted(Feature.unscoped.values_list("description", flat=True)) == ["Anchor", "Red rose"]


def test_every_fault_of_a_row_is_named_by_its_column_and_the_rest_goes_in(alice: Actor, mapping: ColumnMapping) -> None:
    bad = {"OCA": "", "Age": "old", "St": "Atlantis", "Town": "=cmd()", "Updated": "1/1/2030", "Ht": "tall"}
    counts, refusals = taken(alice, mapping, table({}, bad, {"OCA": "2"}))
    assert counts == (2, 0, 0, 1)
    assert {(refusal.row, refusal.column) for refusal in refusals} == {(3, column) for column in bad}


def test_a_file_without_the_columns_is_refused_as_a_whole(alice: Actor, mapping: ColumnMapping) -> None:
    counts, refusals = taken(alice, mapping, table({}, columns=("OCA", "Last")))
    assert counts == (0, 0, 0, 0)
    assert "lacks columns of the mapping Sheriff: Updated" in refusals[0].reason


def test_a_table_does_not_overwrite_what_namus_said(alice: Actor, importing: Importing) -> None:
    importing(missing({"Case Number": "MP1"}))
    columns = {"Case": "number", "Town": "city"}
    mapping = save_mapping(alice, name="M", source="Sheriff", columns=columns, scheme="namus")
    counts, refusals = taken(alice, mapping, b"Case,Town\nMP1,Kake\nXX1,Kake\n")
    assert counts == (0, 0, 0, 2)
    assert "says otherwise than NamUs" in refusals[1].reason or "says otherwise than NamUs" in refusals[0].reason
    assert Case.unscoped.get().last_seen_city == "Juneau"


@pytest.mark.parametrize(
    ("changed", "says"),
    [
        ({"columns": {}}, "which one column holds the case number"),
        ({"columns": {"a": "number", "b": "number"}}, "which one column holds the case number"),
        ({"columns": {"a": "number", "b": "city", "c": "city"}}, "Only one column can be"),
        ({"columns": {"a": "number", "b": "pasword"}}, "there is no field"),
        ({"name": " "}, "Give the mapping a name"),
        ({"source": ""}, "who says"),
        ({"scheme": "x"}, "no such system"),
        ({"columns": {str(n): "tattoo" for n in range(201)}}, "at most 200"),
    ],
)
def test_a_mapping_that_cannot_work_is_not_saved(alice: Actor, changed: dict[str, Any], says: str) -> None:
    whole = {"name": "M", "source": "Sheriff", "columns": {"a": "number"}, **changed}
    with pytest.raises(BadMapping, match=says):
        save_mapping(alice, **whole)
    assert not ColumnMapping.objects.exists()


def test_saving_again_under_the_name_replaces_it_with_a_leaf_each(alice: Actor, mapping: ColumnMapping) -> None:
    save_mapping(alice, name="Sheriff", source="Sheriff", columns={"OCA": "number"})
    assert ColumnMapping.objects.get().columns == {"OCA": "number"}
    assert Entry.objects.filter(verb="case.mapping.save").count() == 2


def test_who_may_open_no_case_saves_no_mapping(alice: Actor) -> None:
    auditor = Actor(alice.person_id, alice.agency_id, frozenset({"auditor"}), "records", alice.agency_kind)
    with pytest.raises((Denied, Hidden)):
        save_mapping(auditor, name="M", source="S", columns={"a": "number"})


def test_every_field_fills_attributes_there_are() -> None:
    for name, field in FIELDS.items():
        model = field.part or {"case": Case, "person": CasePerson}.get(field.into)
        known = {each.attname for each in model._meta.concrete_fields} if model else set(field.names)
        assert set(field.names) | {key for key, _ in field.always} <= known, name
        assert field.part is None or field.part in {*PARTS.values(), CaseAgency}


def command(*words: object) -> int:
    parser = ArgumentParser()
    table_command.arguments(parser)
    return table_command.run(parser.parse_args([str(word) for word in words]))


def test_the_command_saves_a_mapping_and_writes_the_refused_rows(
    alice: Actor, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    own, described, refused = tmp_path / "own.csv", tmp_path / "mapping.json", tmp_path / "refused.csv"
    own.write_bytes(table({}, {"OCA": "2", "Town": "=1+1"}))
    described.write_text(json.dumps({"source": "Sheriff", "columns": COLUMNS}))
    assert command(own, "--mapping", "Sheriff", "--save", described, "--refused", refused, "--json") == 1
    assert json.loads(capsys.readouterr().out) == {
        "offered": 2, "added": 1, "changed": 0, "unchanged": 0, "refused": 1,
    }  # fmt: skip
    rows = list(csv.reader(refused.open()))
    assert rows[0] == ["file", "row", "column", "reason"]
    assert rows[1][1:3] == ["3", "Town"]
    assert command(own, "--mapping", "Clinic") == 1
    assert "There is no mapping 'Clinic'. There are: Sheriff." in capsys.readouterr().err
