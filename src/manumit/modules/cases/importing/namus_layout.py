"""The tables of the NamUs case export (CSV) and how to tell them by their columns.

Three layouts were published: `csv-2019` says `Last Name` and `Sex` and writes years with two digits; `csv-2025` says
`Legal Last Name` and `Biological Sex`. What came in 2026 has the columns of 2025, every cell in quotes and a byte order
mark: it continues the same feed.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from ..choices import CaseType, PersonRole
from .layout import Layout

SOURCE = "NamUs"
"""Who said what such a file says. Source: National Missing and Unidentified Persons System, namus.nij.ojp.gov."""

EXAMINER = "Medical examiner or coroner"
"""The name under which an examiner's number is kept: a table gives the number, not the office."""
EXAMINER_KEY = "namus:examiner"


class UnknownLayout(ValueError):
    """The columns are those of no table we read; the text names what was expected, and what is missing or too much."""


@dataclass(frozen=True, kw_only=True)
class Table(Layout):
    """One table: its `columns`, which of them are the `day` and the `ages`, and by which names it calls the rest."""

    columns: tuple[str, ...]
    number_prefix: str
    day: str
    ages: tuple[str, ...]
    family: str = ""
    given: str = ""
    sex: str = "Biological Sex"


def _said_by(table: dict[str, str], day: str, ages: tuple[str, ...]) -> dict[str, str]:
    dates = ("last_seen_earliest_on", "last_seen_latest_on", "last_seen_precision")
    ages_by = {"age_min": ages[0], "age_max": ages[-1], "age_text": ages[0]}
    return {**_SAID_BY, **dict.fromkeys(dates, day), **ages_by, **table}


_SAID_BY = {
    "last_seen_state": "State",
    "last_seen_county": "County",
    "last_seen_city": "City",
    "place_precision": "City",
    "races": "Race / Ethnicity",
    "number": "ME/C Case",
}
_WHERE = ("City", "County", "State")


def _missing(feed: str, fineness: int, family: str, given: str, sex: str) -> Table:
    day, ages = "DLC", ("Missing Age",)
    names = {"family_name": family, "name_suffix": family, "given_names": given, "sex": sex}
    return Table(
        name="missing persons",
        feed=feed,
        source=SOURCE,
        fineness=fineness,
        columns=("Case Number", day, family, given, *ages, *_WHERE, sex, "Race / Ethnicity", "Date Modified"),
        number="Case Number",
        number_prefix="MP",
        day=day,
        ages=ages,
        family=family,
        given=given,
        sex=sex,
        case_type=CaseType.MISSING,
        role=PersonRole.MISSING,
        said_by=_said_by(names, day, ages),
    )


MISSING = _missing("csv-2025", 2, "Legal Last Name", "Legal First Name", "Biological Sex")
"""DLC is the date of last contact."""
MISSING_2019 = _missing("csv-2019", 1, "Last Name", "First Name", "Sex")

REMAINS = Table(
    name="unidentified persons",
    feed="csv-2025",
    source=SOURCE,
    fineness=2,
    columns=(
        "Case", "ME/C Case", "DBF", "Age From", "Age To", *_WHERE, "Biological Sex", "Race / Ethnicity",
        "Date Modified",
    ),
    number="Case",
    number_prefix="UP",
    day="DBF",
    ages=("Age From", "Age To"),
    case_type=CaseType.UNIDENTIFIED_REMAINS,
    role=PersonRole.DECEDENT_UNIDENTIFIED,
    said_by=_said_by({"sex": "Biological Sex"}, "DBF", ("Age From", "Age To")),
)  # fmt: skip
"""DBF is the date the body was found; ME/C is the medical examiner or coroner."""

TABLES = (MISSING, REMAINS, MISSING_2019)


def recognise(header: Iterable[str]) -> Table:
    """Return the table that has exactly the columns of `header`, in any order. Raises `UnknownLayout`."""
    found = set(header)
    for table in TABLES:
        if found == set(table.columns):
            return table
    raise UnknownLayout(_explained(found))


def _explained(found: set[str]) -> str:
    nearest = max(TABLES, key=lambda table: len(found & set(table.columns)))
    missing = [column for column in nearest.columns if column not in found]
    surplus = sorted(found - set(nearest.columns))
    faults = [f"{what}: {', '.join(names)}" for what, names in (("missing", missing), ("not known", surplus)) if names]
    return (
        f"not the NamUs table of {nearest.name}, whose columns are {', '.join(nearest.columns)} ({'; '.join(faults)})"
    )
