"""How the library reads a world: its profile and its columns as fields of records; two worlds of people."""

from dataclasses import dataclass, field, replace
from typing import Any

from manumit.linkage import BadValue, Feature, Profile, read
from manumit.linkage.batch import Layout, Rules, rule
from manumit.linkage.batch.layout import Source
from manumit.linkage.batch.rules import DEFAULT
from manumit.linkage.compare.codes import Coded
from manumit.linkage.profile import Chances
from manumit.linkage.profiles import BIRTH, FAMILY, GIVEN, PLACE, SEX

from .postcodes import Postcode
from .table import Row

Record = dict[str, list[Any]]


@dataclass(frozen=True)
class Reading:
    """A world in the library's terms: `record` of a row for the index, `layout` of the columns for the batch.

    `doubtful` says that some of its values cannot be read.
    """

    profile: Profile
    layout: Layout
    rules: Rules = field(default=DEFAULT)
    doubtful: bool = False
    noise: Chances = field(default_factory=lambda: {"same": (50, 50), "different": (50, 50)})

    def record(self, row: Row) -> Record:
        """Return a row as a record: what its layout says, cell by cell.

        A field that cannot be read (a month 81) is left out, as a batch leaves it out.
        """
        fields = {name: [_value(source, row) for source in sources] for name, sources in self.layout.fields.items()}
        record = {name: [value for value in values if value is not None] for name, values in fields.items()}
        while self.doubtful and (field := _unreadable(self.profile, record)):
            del record[field]
        return record

    def with_noise(self) -> "Reading":
        """Return the reading with a field more, which says nothing: one of eight letters at random.

        `noise` is what is published of it. Training has to find out that it is wrong; where chances of matches are not
        learned (`remains`), they stand as published and are right: one in eight.
        """
        fields = {**self.layout.fields, "noise": ["noise"]}
        noise = Feature("noise", ("noise",), Coded(), self.noise, counted=True)
        profile = replace(self.profile, features=(*self.profile.features, noise))
        return replace(self, profile=profile, layout=Layout(fields, self.layout.id))


def _unreadable(profile: Profile, record: Record) -> str:
    """Return the first field that cannot be read, or nothing."""
    try:
        read(profile, record)
    except BadValue as error:
        return error.field
    return ""


def _value(source: Source, row: Row) -> Any:
    """Return the plain value of a source, None where its cells are empty."""
    if isinstance(source, str):
        return row[source]
    return {part: row[column] for part, column in source.items() if row[column] is not None} or None


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
