"""The list of cases as an Excel workbook."""

from __future__ import annotations

from collections.abc import Iterable
from typing import BinaryIO

from django.utils.translation import gettext_lazy as _

from . import list_columns, xlsx_table
from .account import Account
from .dossier import Dossier
from .format import Format

CUT = "Text longer than a cell holds, or with characters a workbook cannot"


def write(dossiers: Iterable[Dossier], out: BinaryIO, account: Account) -> None:
    """Write a line a case, and a sheet that says what is not in the first."""

    def cut() -> None:
        account.lost[CUT] += 1

    def about() -> list[str]:
        return [*account.lines(), *map(str, list_columns.CANNOT)]

    lines = map(list_columns.line, dossiers)
    xlsx_table.write(list_columns.titles(), lines, out, sheet=str(_("Cases")), about=about, cut=cut)


XLSX_LIST = Format(
    name="xlsx",
    title=_("List (Excel)"),
    holds=_("One line a case, with dates and numbers as such; a second sheet says what is left out."),
    suffix="xlsx",
    media_type="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    fields=list_columns.fields(),
    models=list_columns.MODELS,
    cannot=list_columns.CANNOT,
    write=write,
)
