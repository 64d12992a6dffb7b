"""The list of cases as CSV."""

from __future__ import annotations

from collections.abc import Iterable
from typing import BinaryIO

from django.utils.translation import gettext_lazy as _

from . import csv_table, list_columns
from .account import Account
from .dossier import Dossier
from .format import Format


def write(dossiers: Iterable[Dossier], out: BinaryIO, account: Account) -> None:
    """Write a line a case."""
    csv_table.write(list_columns.titles(), map(list_columns.line, dossiers), out)


CSV_LIST = Format(
    name="csv",
    title=_("List (CSV)"),
    holds=_("One line a case, for spreadsheets and other programs."),
    suffix="csv",
    media_type="text/csv",
    fields=list_columns.fields(),
    models=list_columns.MODELS,
    cannot=list_columns.CANNOT,
    write=write,
)
