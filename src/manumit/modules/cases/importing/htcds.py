"""`manumit import htcds PATH...`: victims of HTCDS sheets (Excel, CSV) and documents (JSON)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from functools import partial
from pathlib import Path
from typing import Any

from django.utils.translation import gettext_lazy as _

from manumit.spine.records.manifest import Importer
from manumit.values import strict_json
from manumit.values.json_items import JsonItems
from manumit.values.strict_csv import Refusal, Row, StrictCsv
from manumit.values.strict_json import BadJson

from ..exporting.htcds import row as mapping
from ..exporting.htcds.fields import FIELDS, SHEET
from ..exporting.htcds.reading import plain, read
from . import people_command, workbook
from .niem import exploited_case_type
from .person_report import PersonReport
from .workbook import Formula

ORIGIN = "import htcds"
SHEET_NAME = "Case Sheet"
FORMULA = "is a formula: write what it comes to"
MOST = strict_json.Limits(size=1_000_000, depth=8)
_BY_LABEL = {field.label.casefold(): field.name for field in FIELDS.values()}
_BY_NAME = {name.casefold(): name for name in FIELDS}
_MISSPELT = {"vic_traffickinstatusdecisionmakingorg": "vic_TraffickingStatusDecisionMakingOrg"}
_COLUMNS = {
    **mapping.NAMES,
    **mapping.ADDRESS,
    **{each.field: each.htcds for each in mapping.CODED},
    "birth": "prs_Birthdate",
    "citizenships": "prs_Citizenship",
    "number": "prs_MobilePhone",
    "handle": "prs_Email",
    "age_when": "vic_AgeWhenTrafficked",
}


class UnknownSheet(ValueError):
    """The columns are not those of HTCDS; the text says which are not known or missing."""


def reports(path: Path) -> Iterator[PersonReport | Refusal]:
    """Yield what each row of the file at `path` says. Raises OSError, BadWorkbook, BadCsv, BadJson, UnknownSheet."""
    readers = {".xlsx": _of_workbook, ".csv": _of_table, ".json": _of_documents}
    reader = readers.get(path.suffix.lower())
    if reader is None:
        raise UnknownSheet("is no HTCDS file by its name: .xlsx, .csv or .json")
    return reader(path)


def _of_workbook(path: Path) -> Iterator[PersonReport | Refusal]:
    rows = workbook.rows(path, SHEET_NAME)
    names: list[str] = []
    for sheet, number, cells in rows:
        if not names:
            if number > 3:
                raise UnknownSheet(f"{sheet} has none of the columns of HTCDS in its first three rows")
            names = _labels(cells)
        elif any(cell not in (None, "") for cell in cells[1:]):
            given = {name: cell for name, cell in zip(names, cells, strict=False) if name}
            yield _report(given, f"{path.name}, {sheet}", number)


def _labels(cells: Iterable[Any]) -> list[str]:
    """Return the name of each column by its label, none where this is not the row of labels.

    The published sheet's hidden names are in another order than its labels, which people fill in by.
    """
    found = [_BY_LABEL.get(str(cell).strip().casefold(), "") if cell else "" for cell in cells]
    unknown = [str(cell) for cell, name in zip(cells, found, strict=True) if cell and not name]
    if sum(map(bool, found)) < 5:
        return []
    if unknown:
        raise UnknownSheet(f"columns that HTCDS does not have: {', '.join(unknown)}")
    return found


def _of_table(path: Path) -> Iterator[PersonReport | Refusal]:
    with path.open("rb") as file:
        rows = StrictCsv(file, path.name)
        names = {column: _name(column) for column in rows.header}
        for row in rows:
            yield _of_line(row, names, path.name)


def _of_line(row: Row | Refusal, names: Mapping[str, str], file: str) -> PersonReport | Refusal:
    if isinstance(row, Refusal):
        return row
    return _report({names[column]: plain(cell) for column, cell in row.cells.items()}, file, row.number)


def _name(column: str) -> str:
    key = column.strip().casefold()
    name = _BY_NAME.get(key) or _MISSPELT.get(key) or _BY_LABEL.get(key)
    if not name:
        raise UnknownSheet(f"the column {column!r} is none of HTCDS; its sheet has {', '.join(f.name for f in SHEET)}")
    return name


def _of_documents(path: Path) -> Iterator[PersonReport | Refusal]:
    with path.open("rb") as file:
        for item in JsonItems(file, MOST.size):
            yield Refusal(path.name, item.place, "", item.reason) if item.reason else _of_document(item, path.name)


def _of_document(item: Any, file: str) -> PersonReport | Refusal:
    try:
        document = strict_json.parse(item.raw, MOST)
    except BadJson as error:
        return Refusal(file, item.place, error.path, error.reason)
    if not isinstance(document, dict):
        return Refusal(file, item.place, "", "is no object: each victim is one")
    if unknown := [name for name in document if name not in FIELDS]:
        return Refusal(file, item.place, unknown[0], "is no field of HTCDS that is read")
    return _report(document, file, item.place)


def _report(cells: Mapping[str, Any], file: str, place: int) -> PersonReport | Refusal:
    formulas = [
        (name, "is a formula: write what it comes to") for name, cell in cells.items() if isinstance(cell, Formula)
    ]
    row, refused = read({name: cell for name, cell in cells.items() if not isinstance(cell, Formula)})
    if formulas or refused:
        reasons = [*formulas, *refused]
        return Refusal(file, place, reasons[0][0], "; ".join(f"{name} {reason}" for name, reason in reasons)[:2_000])
    told = mapping.into(row)
    exploited = next(values for part, values in told.parts if part == "exploitations")
    kind = exploited_case_type(
        [(exploited.get("kinds", []), exploited.get("sex_kinds", []), exploited.get("industry", ""))]
    )
    return PersonReport(
        file=file,
        place=place,
        origin=ORIGIN,
        case={"case_type": kind},
        person=told.person,
        parts=told.parts,
        says_the_same=partial(mapping.says, row),
        columns=_COLUMNS,
    )


IMPORTER = Importer(
    "htcds",
    _("Victims of HTCDS 2.0 (Excel, CSV, JSON)"),
    people_command.arguments,
    partial(people_command.run, reports),
)
