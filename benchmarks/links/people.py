"""Cases of people as varied as those of `persons`: its names, births, sexes, races, heights, towns and telephones.

Its parts share nothing with the library's tables, nor with the sample data. There are cases of as many missing people
as are asked for and, beside every `REMAINS` of them, one of unidentified remains, of whom sex, race, height, town and a
range of ages are known. All may be matched: none is resolved or protected. Owners, levels and releases are as often as
in the sample. Only the rows that a question reads are written, by COPY, with the leaf that the database demands of each
case: no history, no document of a search.
"""

from datetime import date, datetime, timedelta
from typing import Any

import numpy as np
from django.db import transaction
from django.utils import timezone

from benchmarks.linkage.table import Columns
from benchmarks.linkage.worlds.people import people
from manumit.modules.cases.choices import CaseType, PersonRole, State
from manumit.modules.cases.importing.copying import copy_values
from manumit.modules.cases.models import Case, CasePerson, Phone
from manumit.modules.cases.sample.inventing import LEVELS, NEWEST, RELEASED_SHARE, YEARS_BACK
from manumit.spine import audit
from manumit.spine.access.models import Release
from manumit.spine.identity.actor import Actor
from manumit.spine.records import numbers, provenance

REMAINS = 8
BATCH = 10_000
SEED = 7
ORIGIN = "persons"
YEARS_SURE = 5
"""Remains are said to be up to so many years younger or older."""
RACES = {
    "W": "white", "B": "black", "H": "hispanic", "A": "asian", "I": "american_indian", "U": "uncertain",
}  # fmt: skip
SEXES = {"F": "female", "M": "male"}
CASE = (
    "number", "owner_id", "level", "opened_at", "changed_at", "provenance", "origin", "case_type", "state",
    "state_since_at", "reported_on", "last_seen_earliest_on", "last_seen_latest_on", "last_seen_precision",
    "last_seen_state", "place_precision", "last_seen_city", "subject_name", "circumstances",
)  # fmt: skip
PERSON = ("case_id", "role", "family_name", "given_names", "sex", "races", "birth", "age_min", "age_max", "height_min",
          "height_max")  # fmt: skip
PHONE = ("case_id", "person_id", "use", "number", "e164")
RELEASE = ("kind", "record_id", "record_opened_at", "agency_id", "groups", "purposes", "authority", "expires_at",
           "released_by_id", "created_at")  # fmt: skip
STORY = "{name} was last seen near {city}. They had said it would be a short trip. Searches found nothing."


def fill(actors: list[Actor], wanted: int) -> int:
    """See to it that there are `wanted` missing people and remains beside them; return how many cases that is."""
    there = Case.unscoped.filter(origin=ORIGIN).count()
    total = wanted + wanted // REMAINS
    for start in range(there, total, BATCH):
        _batch(actors, start, min(BATCH, total - start))
    return max(there, total)


def row_of(person: CasePerson, case: Case) -> dict[str, Any]:
    """Return a person as a row of `persons`, to be told again; a telephone is a thing of its own, and no part of it."""
    return {
        "first": person.given_names or None, "last": person.family_name or None,
        "sex": {long: short for short, long in SEXES.items()}.get(person.sex),
        "dob": person.birth or None,
        "race": next((short for short, long in RACES.items() if [long] == person.races), None),
        "city": case.last_seen_city or None,
        "state": case.last_seen_state if case.last_seen_state != "ZZ" else None,
        "phone": None,
        "height": int(person.height_min) if person.height_min is not None else None,
    }  # fmt: skip


def facts_of(row: dict[str, Any]) -> dict[str, list[Any]]:
    """Return what a row tells as facts, what is not known left out."""
    name = {"given": row["first"] or "", "family": row["last"] or ""}
    place = {"city": row["city"] or "", "state": row["state"] or ""}
    height = row["height"]
    told: dict[str, list[Any]] = {
        "names": [name] if any(name.values()) else [],
        "birth": [row["dob"]] if row["dob"] else [],
        "sex": [SEXES[row["sex"]]] if row["sex"] else [],
        "race": [RACES[row["race"]]] if row["race"] else [],
        "height": [{"low": height, "high": height}] if height else [],
        "places": [place] if any(place.values()) else [],
    }
    return {field: values for field, values in told.items() if values}


@transaction.atomic
def _batch(actors: list[Actor], start: int, size: int) -> None:
    draw = np.random.default_rng([SEED, start])
    made = people(size, draw)
    unnamed = (np.arange(start, start + size) % (REMAINS + 1)) == REMAINS
    owners = draw.integers(0, len(actors), size)
    opened = [NEWEST - timedelta(days=YEARS_BACK * 365.25 * float(share) ** 2) for share in draw.random(size)]
    levels = draw.choice(list(LEVELS), size, p=np.array(list(LEVELS.values())) / sum(LEVELS.values()))
    said, drawn = provenance.begin(provenance.said("Made for a benchmark")), numbers.allocate_many("C", size)
    ids = copy_values(Case, CASE, [
        _case(made, at, drawn[at], actors[owners[at]].agency_id, str(levels[at]), opened[at], said, bool(unnamed[at]))
        for at in range(size)
    ])  # fmt: skip
    found = copy_values(CasePerson, PERSON, [
        _person(made, at, ids[at], opened[at].date(), bool(unnamed[at])) for at in range(size)
    ])  # fmt: skip
    copy_values(Phone, PHONE, [
        (ids[at], found[at], "own", made["phone"][at], f"+1{made['phone'][at]}")
        for at in np.flatnonzero(~unnamed).tolist() if made["phone"][at]
    ])  # fmt: skip
    audit.record_many(None, "case.open", [audit.Subject(Case.kind, each) for each in ids])
    _release(actors, owners, ids, opened, np.flatnonzero(draw.random(size) < RELEASED_SHARE).tolist(), draw)


def _case(  # noqa: PLR0917 - a row's parts
    made: Columns, at: int, number: str, owner: int, level: str, opened: datetime, said: Any, unnamed: bool
) -> tuple[Any, ...]:
    day, city = opened.date(), (made["city"][at] or "").title()
    name = "" if unnamed else f"{made['last'][at].title()}, {made['first'][at].title()}"
    kind = CaseType.UNIDENTIFIED_REMAINS if unnamed else CaseType.MISSING
    story = STORY.format(name=name or "An unidentified person", city=city or "no place known")
    return (
        number, owner, level, opened, opened, said, ORIGIN, kind.value, State.ACTIVE.value,
        opened, day, day, day, "day",
        made["state"][at], "locality", city, name, story,
    )  # fmt: skip


def _person(made: Columns, at: int, case: int, day: date, unnamed: bool) -> tuple[Any, ...]:
    height, race = made["height"][at], made["race"][at]
    dob = made["dob"][at]
    age = max(day.year - int(dob[:4]), 1) if unnamed and dob else None
    return (
        case, (PersonRole.DECEDENT_UNIDENTIFIED if unnamed else PersonRole.MISSING).value,
        "" if unnamed else made["last"][at].title(), "" if unnamed else made["first"][at].title(),
        SEXES.get(made["sex"][at], "unknown"), [RACES[race]] if race else [], "" if unnamed else dob or "",
        max(age - YEARS_SURE, 0) if age else None, age + YEARS_SURE if age else None, height, height,
    )  # fmt: skip


def _release(  # noqa: PLR0917 - a row's parts
    actors: list[Actor], owners: Any, ids: list[int], opened: list[datetime], some: list[int], draw: Any
) -> None:
    now = timezone.now()
    copy_values(Release, RELEASE, [
        ("case", ids[at], opened[at], actors[(owners[at] + draw.integers(1, len(actors))) % len(actors)].agency_id,
         ["summary", "people", "place"], ["investigation", "supervision"], "Made for a benchmark",
         now + timedelta(days=365), actors[owners[at]].person_id, now)
        for at in some
    ])  # fmt: skip
