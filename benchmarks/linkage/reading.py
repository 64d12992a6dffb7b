"""How the library reads a world: its profile, its rows as records, and its columns as a layout."""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from manumit.linkage import PERSON, Feature, Profile
from manumit.linkage.batch import Layout, Rules, rule
from manumit.linkage.batch.rules import DEFAULT
from manumit.linkage.compare.codes import Coded
from manumit.linkage.profiles import BIRTH, FAMILY, GIVEN, PLACE, SEX

from .postcodes import Postcode
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

POSTCODE = Feature(
    "postcode",
    ("postcode",),
    Postcode(),
    {"same": (60, 0.02), "sector": (6, 0.02), "district": (14, 0.1), "area": (8, 2), "different": (12, 97.86)},
    counted=True,
    lowest=-3_000,
)
OCCUPATION = Feature("occupation", ("occupation",), Coded(), {"same": (90, 8), "different": (10, 92)}, counted=True)
HISTORICAL = Profile(
    "historical", "The same historical person", (GIVEN, FAMILY, BIRTH, SEX, PLACE, POSTCODE, OCCUPATION)
)


def historical_person(row: Row) -> Record:
    """Return the record of a row of `historical`."""
    return {
        "names": [{"given": row["first_name"] or "", "family": row["surname"] or ""}],
        "birth": given(row["dob"]),
        "sex": given(row["gender"]),
        "places": [{"city": row["birth_place"]}] if row["birth_place"] else [],
        "postcode": given(row["postcode_fake"]),
        "occupation": given(row["occupation"]),
    }


HISTORICAL_LAYOUT = Layout(
    {
        "names": [{"given": "first_name", "family": "surname"}],
        "birth": ["dob"],
        "sex": ["gender"],
        "places": [{"city": "birth_place"}],
        "postcode": ["postcode_fake"],
        "occupation": ["occupation"],
    }
)
HISTORICAL_RULES = Rules(
    (
        rule(given="called", family="sound"),
        rule(given="sound", family="sound", either_way=True),
        rule(family="sound", birth="year"),
        rule(given="called", birth="day"),
        rule(family="sound", birth="day"),
        rule(birth="day", place="town"),
        rule(postcode="itself"),
        rule(birth="day", occupation="itself"),
        rule(given="called", birth="year", place="town"),
        rule(family="start", place="town"),
        rule(given="called", family="start", birth="year"),
    ),
    300,
    (
        rule(given="itself", family="itself"),
        rule(given="itself", birth="date"),
        rule(family="itself", birth="date"),
        rule(postcode="itself"),
        rule(birth="date", place="itself"),
    ),
)

READINGS: dict[str, Reading] = {
    "persons": Reading(PERSON, person, PERSONS),
    "historical": Reading(HISTORICAL, historical_person, HISTORICAL_LAYOUT, HISTORICAL_RULES),
}
"""The worlds by name."""
