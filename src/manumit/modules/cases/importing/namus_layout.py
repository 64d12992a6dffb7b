"""The two tables of the NamUs case export (CSV, since 2020) and how to tell them by their columns."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from ..choices import CaseType, PersonRole

SOURCE = "NamUs"
"""Who said what such a file says. Source: National Missing and Unidentified Persons System, namus.nij.ojp.gov."""


class UnknownLayout(ValueError):
    """The columns are those of no table we read; the text names what was expected, and what is missing or too much."""


@dataclass(frozen=True, slots=True)
class Layout:
    """One table: its `columns`, which of them are the `number`, the `day` and the `ages`, and what its rows become."""

    name: str
    columns: tuple[str, ...]
    number: str
    number_prefix: str
    day: str
    ages: tuple[str, ...]
    case_type: CaseType
    role: PersonRole

    def column_of(self, field: str) -> str:
        """Return the column that says `field` of a case, a person or an examiner's part; empty where none does."""
        return {**_SAID_BY, **self._own_columns()}.get(field, "")

    def _own_columns(self) -> dict[str, str]:
        dates = ("last_seen_earliest_on", "last_seen_latest_on", "last_seen_precision")
        ages = {"age_min": self.ages[0], "age_max": self.ages[-1], "age_text": self.ages[0]}
        return {**dict.fromkeys(dates, self.day), **ages}


_SAID_BY = {
    "last_seen_state": "State",
    "last_seen_county": "County",
    "last_seen_city": "City",
    "place_precision": "City",
    "family_name": "Legal Last Name",
    "name_suffix": "Legal Last Name",
    "given_names": "Legal First Name",
    "sex": "Biological Sex",
    "races": "Race / Ethnicity",
    "number": "ME/C Case",
}
_WHERE_AND_WHO = ("City", "County", "State", "Biological Sex", "Race / Ethnicity", "Date Modified")

MISSING = Layout(
    name="missing persons",
    columns=("Case Number", "DLC", "Legal Last Name", "Legal First Name", "Missing Age", *_WHERE_AND_WHO),
    number="Case Number",
    number_prefix="MP",
    day="DLC",
    ages=("Missing Age",),
    case_type=CaseType.MISSING,
    role=PersonRole.MISSING,
)
"""DLC is the date of last contact."""

REMAINS = Layout(
    name="unidentified persons",
    columns=("Case", "ME/C Case", "DBF", "Age From", "Age To", *_WHERE_AND_WHO),
    number="Case",
    number_prefix="UP",
    day="DBF",
    ages=("Age From", "Age To"),
    case_type=CaseType.UNIDENTIFIED_REMAINS,
    role=PersonRole.DECEDENT_UNIDENTIFIED,
)
"""DBF is the date the body was found; ME/C is the medical examiner or coroner."""

LAYOUTS = (MISSING, REMAINS)


def recognise(header: Iterable[str]) -> Layout:
    """Return the layout that has exactly the columns of `header`, in any order. Raises `UnknownLayout`."""
    found = set(header)
    for layout in LAYOUTS:
        if found == set(layout.columns):
            return layout
    raise UnknownLayout(_explained(found))


def _explained(found: set[str]) -> str:
    nearest = max(LAYOUTS, key=lambda layout: len(found & set(layout.columns)))
    missing = [column for column in nearest.columns if column not in found]
    surplus = sorted(found - set(nearest.columns))
    faults = [f"{what}: {', '.join(names)}" for what, names in (("missing", missing), ("not known", surplus)) if names]
    return (
        f"not the NamUs table of {nearest.name}, whose columns are {', '.join(nearest.columns)} ({'; '.join(faults)})"
    )
