"""Victims as the sheet of HTCDS 2.0, in Excel and CSV, and as its documents in JSON."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import date
from typing import Any, BinaryIO

from django.utils.translation import gettext_lazy as _

from manumit.spine.access.models import Use

from . import csv_table, xlsx_table
from .account import Account
from .dossier import Dossier
from .format import Format, Text
from .htcds import row as mapping
from .htcds.fields import SHEET, Field

NOBODY = _("It names no victim whose exploitation you may read of")
MARKING = "CUI//IVIC"
CUT = "Text longer than a cell holds, or with characters a workbook cannot"
_EXPLOITATION = tuple(f"exploitations.{each.field}" for each in mapping.CODED)


def objection(dossier: Dossier) -> Text:
    """Say that a case tells of no victim."""
    return "" if mapping.victims_of(dossier) else NOBODY


def rows(dossiers: Iterable[Dossier], account: Account, *, sheet: bool) -> Iterator[Mapping[str, Any]]:
    """Yield a row a victim; what a row, or the sheet it goes to, cannot say is counted."""
    for dossier in dossiers:
        for person in mapping.victims_of(dossier):
            row, lost = mapping.out(dossier, person)
            account.lost.update(lost)
            if sheet:
                account.lost.update(name for name in row if name not in mapping.IN_THE_SHEET)
            yield row


def write_xlsx(dossiers: Iterable[Dossier], out: BinaryIO, account: Account) -> None:
    """Write the sheet as it is published: names hidden above labels, the number of the row before, labels for codes."""

    def cut() -> None:
        account.lost[CUT] += 1

    lines = (
        [place, *(_shown(field, row.get(field.name)) for field in SHEET), None]
        for place, row in enumerate(rows(dossiers, account, sheet=True), 1)
    )
    names = [None, *(field.name for field in SHEET), None]
    titles = ["", *(field.label for field in SHEET), ""]
    xlsx_table.write(titles, lines, out, sheet="Case Sheet", above=names, about=account.lines, cut=cut)


def write_csv(dossiers: Iterable[Dossier], out: BinaryIO, account: Account) -> None:
    """Write the columns of the sheet under their names, with codes."""
    lines = ([_joined(row.get(field.name)) for field in SHEET] for row in rows(dossiers, account, sheet=True))
    csv_table.write([field.name for field in SHEET], lines, out)


def write_json(dossiers: Iterable[Dossier], out: BinaryIO, account: Account) -> None:
    """Write a list of documents, one a victim, with every field of the standard that is known."""
    before = b"["
    for row in rows(dossiers, account, sheet=False):
        out.write(before + b"\n" + json.dumps(dict(row), ensure_ascii=False, sort_keys=True).encode())
        before = b","
    out.write(b"[]\n" if before == b"[" else b"\n]\n")


def _joined(value: Any) -> str:
    return "; ".join(value) if isinstance(value, list) else value or ""


def _shown(field: Field, value: Any) -> Any:
    """Return a cell: a day as such, a code by its label."""
    if not value:
        return None
    if field.day:
        return date.fromisoformat(value)
    if field.table is None:
        return value
    codes = value if isinstance(value, list) else [value]
    return "; ".join(field.table.code(each).label for each in codes)


def _format(  # noqa: PLR0917 - what the three shapes differ in
    name: str, title: Text, holds: Text, suffix: str, media_type: str, write: Callable[..., None], *more: Text
) -> Format:
    return Format(
        name=name,
        title=title,
        use=Use.STATISTICS,
        holds=holds,
        suffix=suffix,
        media_type=media_type,
        fields={
            "summary": ("state",),
            "people": (*mapping.NAMES, "sex", "birth", "citizenships", "phones", "accounts"),
            "place": tuple(f"places.{each}" for each in mapping.ADDRESS),
            "narrative": (*_EXPLOITATION, "exploitations.decided_by", "events"),
        },
        models=mapping.MODELS,
        cannot=(
            *more,
            _("Any exploitation of a victim but the first, its dates and countries"),
            _("Everything else about the victim and the case: descriptors, names, agencies, timeline"),
            _("Tribes, Indian status and traditional names"),
            _("Who said each value, when and how sure"),
        ),
        objection=objection,
        marking=MARKING,
        write=write,
    )


SHEET_ONLY = _("Relation to the trafficker, age, platforms and vulnerabilities: the sheet has no column for them")
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
HTCDS_XLSX = _format(
    "htcds-xlsx", _("HTCDS 2.0 (Excel sheet)"), _("Victims in the sheet that IOM publishes, one row a victim."),
    "xlsx", XLSX, write_xlsx, SHEET_ONLY,
)  # fmt: skip
HTCDS_CSV = _format(
    "htcds-csv", _("HTCDS 2.0 (CSV)"), _("The columns of the same sheet, with codes, for other programs."),
    "csv", "text/csv", write_csv, SHEET_ONLY,
)  # fmt: skip
HTCDS_JSON = _format(
    "htcds-json", _("HTCDS 2.0 (JSON)"), _("Victims as documents with every field of the standard that is known."),
    "json", "application/json", write_json,
)  # fmt: skip
