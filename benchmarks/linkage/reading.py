"""How the library reads a world: its profile, its rows as records, and its columns as a layout."""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from manumit.linkage import PERSON, Profile
from manumit.linkage.batch import Layout, Rules
from manumit.linkage.batch.rules import DEFAULT

from .table import Row

Record = dict[str, list[Any]]


@dataclass(frozen=True)
class Reading:
    """A world in the library's terms: `record` of a row for the index, `layout` of the columns for the batch."""

    profile: Profile
    record: Callable[[Row], Record]
    layout: Layout | None = None
    rules: Rules = field(default=DEFAULT)


def given(*values: Any) -> list[Any]:
    """Return the values that are known."""
    return [value for value in values if value is not None and value != ""]


def person(row: Row) -> Record:
    """Return the record of a row of `persons`."""
    place = {part: row[part] for part in ("city", "state") if row[part]}
    return {
        "names": [{"given": row["first"] or "", "family": row["last"] or ""}],
        "birth": given(row["dob"]),
        "sex": given(row["sex"]),
        "race": given(row["race"]),
        "height": given(row["height"]),
        "places": [place] if place else [],
        "phones": given(row["phone"]),
    }


PERSONS = Layout(
    {
        "names": [{"given": "first", "family": "last"}],
        "birth": ["dob"],
        "sex": ["sex"],
        "race": ["race"],
        "height": ["height"],
        "places": [{"city": "city", "state": "state"}],
        "phones": ["phone"],
    }
)
READINGS: dict[str, Reading] = {"persons": Reading(PERSON, person, PERSONS)}
"""The worlds by name."""
