"""The published lists are whole: every code their sources hold stands in our table, and nothing else does."""

from __future__ import annotations

import csv
import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from manumit.values.code_table import CodeTable
from manumit.values.packaged_codes import packaged_rows
from manumit.values.tables import countries, htcds, namus, ncic, nibrs, niem

FAMILIES = {module.__name__.rpartition(".")[2]: module for module in (ncic, namus, niem, nibrs, htcds, countries)}


def tables_of(module: object) -> list[CodeTable]:
    return [value for value in vars(module).values() if isinstance(value, CodeTable)]


TABLES = [table for module in FAMILIES.values() for table in tables_of(module)]


@pytest.mark.parametrize("table", TABLES, ids=lambda table: table.name)
def test_each_table_is_sound_and_answers_both_ways(table: CodeTable) -> None:
    table.check()
    assert table.source
    for row in table:
        assert table.code(row.code) == table.labelled(row.label) == row


@pytest.mark.parametrize("family", FAMILIES)
def test_no_table_of_a_file_is_left_unnamed(family: str) -> None:
    in_file = {row["table"] for row in packaged_rows(f"{family}.csv")}
    named = tables_of(FAMILIES[family])
    assert len(in_file) == len(named) == len({table.name for table in named})


NCIC = {
    "RACECodeSimpleType": ncic.RACE,
    "ETNCodeSimpleType": ncic.ETHNICITY,
    "SEXCodeSimpleType": ncic.SEX,
    "EYECodeSimpleType": ncic.EYE_COLOR,
    "HAIRCodeSimpleType": ncic.HAIR_COLOR,
    "SKINCodeSimpleType": ncic.SKIN_TONE,
    "BLTCodeSimpleType": ncic.BLOOD_TYPE,
    "CRCCodeSimpleType": ncic.CIRCUMCISION,
    "MNPCodeSimpleType": ncic.MISSING_ENTRY,
    "MPCCodeSimpleType": ncic.MISSING_CIRCUMSTANCE,
    "ROVCodeSimpleType": ncic.RELATIONSHIP_TO_OFFENDER,
    "ADDCodeSimpleType": ncic.ADDRESS_KIND,
    "UnitedStatesCodeSimpleType": ncic.STATE,
    "USTerritoriesCodeSimpleType": ncic.TERRITORY,
    "CanadianCodeSimpleType": ncic.PROVINCE,
    "CountryCodeSimpleType": ncic.COUNTRY,
    "OFFCodeSimpleType": ncic.OFFENSE,
}


def test_ncic_tables_hold_the_published_codes_and_no_other(shared: Path) -> None:
    published: dict[str, set[str]] = {}
    for row in _csv(shared / "ncic/ncic_codes_selected.csv"):
        published.setdefault(row["type"], set()).add(row["code"])
    for name, table in NCIC.items():
        assert {row.code for row in table} == published[name], table.name
    nations = {row["code"] for row in _csv(shared / "ncic/ncic_indian_nations.csv")}
    assert {row.code for row in ncic.INDIAN_NATION} == nations
    assert len(nations) == 563


NAMUS = {
    "ethnicities[]": namus.ETHNICITY,
    "sex": namus.SEX,
    "hairColor": namus.HAIR_COLOR,
    "leftEyeColor": namus.EYE_COLOR,
    "rightEyeColor": namus.EYE_COLOR,
    "physicalFeature": namus.PHYSICAL_FEATURE,
    "article": namus.ARTICLE,
    "location": namus.ARTICLE_LOCATION,
    "conditionOfRemains": namus.CONDITION_OF_REMAINS,
    "status": namus.REMAINS_STATUS,
    "estimatedAgeGroup": namus.ESTIMATED_AGE_GROUP,
    "heightCertainty": namus.MEASURE_CERTAINTY,
    "weightCertainty": namus.MEASURE_CERTAINTY,
    "estimatedPostmortemIntervalUnit": namus.INTERVAL_UNIT,
    "missingFromTribalLand": namus.YES_NO_UNKNOWN,
    "primaryResidenceOnTribalLand": namus.YES_NO_UNKNOWN,
    "foundOnTribalLand": namus.YES_NO_UNKNOWN,
    "tribalAffiliation": namus.YES_NO_UNKNOWN,
    "agencyType": namus.AGENCY_TYPE,
    "jurisdiction": namus.JURISDICTION,
    "relationship": namus.CONTRIBUTOR_RELATIONSHIP,
    "phone1Type": namus.PHONE_TYPE,
    "phone2Type": namus.PHONE_TYPE,
    "state": namus.STATE,
    "publicationStatus": namus.PUBLICATION_STATUS,
}


def test_every_list_namus_serves_is_held_number_by_number(shared: Path) -> None:
    observed = json.loads((shared / "namus/namus_code_lists_observed.json").read_text(encoding="utf-8"))
    for kind, lists in observed.items():
        for path, found in lists.items():
            table = _namus_table(kind, path)
            if table is None:
                assert path.endswith("county"), f"no table holds {path}"
            elif table is namus.PRIMARY_ETHNICITY:
                assert set(found["counts"]) <= {row.label for row in table}
            else:
                assert {code: table.code(code).label for code in found["codes"]} == found["codes"], path


def _namus_table(kind: str, path: str) -> CodeTable | None:
    last = path.rpartition(".")[2]
    if last == "category":
        return namus.FILE_CATEGORY_MISSING if kind == "MissingPersons" else namus.FILE_CATEGORY_FOUND
    return namus.PRIMARY_ETHNICITY if last == "primaryEthnicity" else NAMUS.get(last)


def test_countries_are_those_of_genc(shared: Path) -> None:
    rows = list(_csv(shared / "niem/xsd/codes/genc/genc_geo-political_3-12_char2.csv"))
    assert {row.code for row in countries.COUNTRY} == {row["char2 code"] for row in rows if row["char2 code"]}
    for row in rows:
        if row["char2 code"]:
            assert countries.COUNTRY.find(row["char3 code"]) == countries.COUNTRY.code(row["char2 code"])


NIEM = {
    "hs": {
        "TraffickedVenue": niem.VENUE,
        "ExploitationIndustry": niem.INDUSTRY,
        "IdentifiedAsVictimCategory": niem.IDENTIFIED_BY,
        "LivingSituationCategory": niem.LIVING_SITUATION,
        "PolyvictimizationCategory": niem.POLYVICTIMIZATION,
        "ProspectiveVictimCategory": niem.PROSPECTIVE_VICTIM,
        "ServiceCategory": niem.SERVICE,
        "UnprovidedServiceReasonCategory": niem.UNPROVIDED_SERVICE_REASON,
        "PersonGenderIdentity": niem.GENDER_IDENTITY,
        "Tribal": niem.TRIBE,
    },
    "justice": {
        "PersonSkinTone": niem.SKIN_TONE,
        "PersonEyeColor": niem.EYE_COLOR,
        "PersonHairColor": niem.HAIR_COLOR,
        "PersonRace": niem.RACE,
        "PersonEthnicity": niem.ETHNICITY,
        "PersonSex": niem.SEX,
        "PersonBloodType": niem.BLOOD_TYPE,
        "PersonNameCategory": niem.NAME_CATEGORY,
        "PersonToPersonRelationship": niem.PERSON_RELATIONSHIP,
    },
}


@pytest.mark.parametrize("domain", NIEM)
def test_niem_tables_hold_the_enumerations_and_no_other(domain: str, shared: Path) -> None:
    published: dict[str, set[str]] = {}
    for row in _csv(shared / f"niem/enum_domains_{domain}.csv"):
        published.setdefault(row["type"].removesuffix("CodeSimpleType"), set()).add(row["code"])
    for name, table in NIEM[domain].items():
        assert {row.code for row in table} == published[name], table.name


def test_every_class_of_admission_is_one_niem_knows(shared: Path) -> None:
    known = {row["code"] for row in _csv(shared / "niem/enum_domains_immigration.csv")}
    assert {row.code for row in niem.CLASS_OF_ADMISSION} <= known


def test_nibrs_offenses_are_those_of_the_schema(shared: Path) -> None:
    schema = next((shared / "nibrs").glob("*/base-xsd/nibrs/2019/nibrs-codes.xsd")).read_text(encoding="utf-8")
    offenses = schema.partition('name="OffenseCodeSimpleType"')[2].partition("</xsd:simpleType>")[0]
    assert {piece.partition('"')[0] for piece in offenses.split('enumeration value="')[1:]} == {
        row.code for row in nibrs.OFFENSE
    }


def test_htcds_values_are_those_of_the_standard(shared: Path) -> None:
    text = (shared / "htcds/Field_Standards.csv").read_text(encoding="utf-8-sig")
    values = {
        value.strip()
        for row in csv.DictReader(text.splitlines(keepends=True))
        if "\n" in (row["Value Names (if picklist)"] or "")
        for value in row["Value Names (if picklist)"].strip().splitlines()
    }
    assert {row.code for table in tables_of(htcds) for row in table} == values


def _csv(path: Path) -> Iterator[dict[str, str]]:
    with path.open(encoding="utf-8-sig", newline="") as lines:
        yield from csv.DictReader(lines)
