"""Choices of a model field that are the rows of a code table, labelled in the reader's language."""

from collections.abc import Callable
from functools import cache, partial
from importlib import import_module
from typing import Any

from django.utils.functional import lazy
from django.utils.translation import get_language

from manumit.values.code_table import Code, CodeTable

TABLES = "manumit.values.tables.catalogue"


def coded(name: str, module: str = TABLES) -> Callable[[], list[tuple[str, Any]]]:
    """Return choices for a field: the rows of the table called `name` ("EYE_COLOR") in `module`.

    A migration keeps the name, not the rows: a row added to the table is no change of the database. Raises
    AttributeError, at the first use, for a table there is not.
    """
    return partial(choices_of, name, module)


@cache
def choices_of(name: str, module: str) -> list[tuple[str, Any]]:
    """Return (code, label) of each row; labels are lazy."""
    table: CodeTable = getattr(import_module(module), name)
    return [(row.code, _label(row)) for row in table]


def labels(name: str, module: str = TABLES) -> Callable[[str], Any]:
    """Return what gives the lazy label of a code of the table called `name`, for a vocabulary whose members code names.

    Its function raises `UnknownCode` for a code that the table does not hold.
    """
    table: CodeTable = getattr(import_module(module), name)
    return lambda code: _label(table.code(code))


def _in_use(row: Code) -> str:
    return row.in_language(get_language() or "en")


_label: Callable[[Code], Any] = lazy(_in_use, str)
