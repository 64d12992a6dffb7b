"""Agencies, offices and officers from a table: one row an agency, with a person, an office, or both."""

from collections.abc import Iterator
from dataclasses import dataclass
from io import BytesIO

from django.utils.translation import gettext as _

from manumit.values.strict_csv import BadCsv, Refusal, StrictCsv

COLUMNS = ("short_name", "name", "kind", "ori", "power", "states", "email", "person", "roles")
NEEDED = frozenset({"short_name"})
MOST_ROWS = 2_000


@dataclass(frozen=True, slots=True)
class Line:
    """One row of the table by column, and the line of the file it begins on; `refused` says why it cannot be read."""

    number: int
    cells: dict[str, str]
    refused: str = ""

    def several(self, column: str) -> list[str]:
        """Return the words of a cell that holds several, with blanks between."""
        return self.cells.get(column, "").split()


def read(content: bytes) -> list[Line]:
    """Return the rows of a table whose header names some of COLUMNS.

    Raises BadCsv for what is no table, columns nobody knows or that are missing, and more than MOST_ROWS rows.
    """
    table = StrictCsv(BytesIO(content), "table")
    unknown, missing = set(table.header) - set(COLUMNS), NEEDED - set(table.header)
    if unknown or missing:
        raise BadCsv(_("The columns are %(columns)s.") % {"columns": ", ".join(COLUMNS)})
    lines = list(_lines(table))
    if len(lines) > MOST_ROWS:
        raise BadCsv(_("At most %(most)s rows at a time.") % {"most": MOST_ROWS})
    return lines


def _lines(table: StrictCsv) -> Iterator[Line]:
    for row in table:
        if isinstance(row, Refusal):
            yield Line(row.row, {}, row.reason)
        else:
            yield Line(row.number, {name: cell.strip() for name, cell in row.cells.items()})
