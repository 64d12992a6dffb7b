"""`persons`: one person in two agencies' files. A million people, and second accounts of some of them.

The spoils below are what happens to a second account, each with its share of accounts; they are drawn independently, so
that most accounts differ in two or three ways. `DUPLICATES` of the records to deduplicate are second (third, fourth)
accounts, spoilt the same way at `MILD` of the strength.
"""

import random
from pathlib import Path

import numpy as np

from benchmarks.linkage import table
from benchmarks.linkage.table import Columns, Row

from . import given_names
from .people import PLACE_ENDS, PLACE_HEADS, RACES, STATES, people
from .spoiling import (
    Spoil,
    day_and_month_swapped,
    emptied,
    misheard,
    month_or_day_wrong,
    on,
    slip,
    spoil,
    swapped,
    wrong_digit,
    year_off,
    year_only,
)
from .surnames import surnames
from .world import World, row_at

SURNAMES = surnames()
DUPLICATES, MILD = 0.3, 0.75
MOST_TO_LEARN = 1_000_000
"""Records to deduplicate, and to learn from, where the catalogue is larger."""


def _nickname(name: str, chance: random.Random) -> str:
    return chance.choice(given_names.CALLED.get(name) or [misheard(name, chance)])


def _another_surname(_: str, chance: random.Random) -> str:
    return chance.choice(SURNAMES[:20_000])


def _hyphen(name: str, chance: random.Random) -> str:
    return chance.choice(name.split("-")) if "-" in name else f"{name}-{chance.choice(SURNAMES[:20_000])}"


def _moved(row: Row, chance: random.Random) -> None:
    row["city"] = chance.choice(PLACE_HEADS) + chance.choice(PLACE_ENDS)
    row["state"] = row["state"] if chance.random() < 0.5 else chance.choice(STATES)


def _measured(height: int, chance: random.Random) -> int:
    return height + round(chance.gauss(0, 1.2))


def _new_phone(_: str, chance: random.Random) -> str:
    return f"{chance.randint(201, 988)}{chance.randint(2_000_000, 9_999_999)}"


SPOILS = (
    Spoil("given name: nickname", 0.27, on("first", _nickname)),
    Spoil("given name: slip of the hand", 0.14, on("first", slip)),
    Spoil("given name: as heard", 0.08, on("first", misheard)),
    Spoil("given name: initial only", 0.03, on("first", lambda name, _: name[:1])),
    Spoil("given name: unknown", 0.02, emptied("first")),
    Spoil("family name: another (marriage, adoption)", 0.145, on("last", _another_surname)),
    Spoil("family name: one of two, or one more", 0.05, on("last", _hyphen)),
    Spoil("family name: slip of the hand", 0.20, on("last", slip)),
    Spoil("family name: as heard", 0.14, on("last", misheard)),
    Spoil("family name: cut at six letters", 0.02, on("last", lambda name, _: name[:6])),
    Spoil("names in each other's place", 0.04, swapped("first", "last")),
    Spoil("birth: day and month swapped", 0.05, on("dob", day_and_month_swapped)),
    Spoil("birth: a digit wrong", 0.12, on("dob", month_or_day_wrong)),
    Spoil("birth: year off by one or two", 0.13, on("dob", year_off)),
    Spoil("birth: year only", 0.11, on("dob", year_only)),
    Spoil("birth: unknown", 0.08, emptied("dob")),
    Spoil("place: moved", 0.38, _moved),
    Spoil("place: slip of the hand", 0.06, on("city", slip)),
    Spoil("place: unknown", 0.10, emptied("city", "state")),
    Spoil("phone: another", 0.40, on("phone", _new_phone)),
    Spoil("phone: a digit wrong", 0.04, on("phone", wrong_digit)),
    Spoil("phone: unknown", 0.25, emptied("phone")),
    Spoil("sex: recorded otherwise", 0.01, on("sex", lambda sex, _: "M" if sex == "F" else "F")),
    Spoil("race: recorded otherwise", 0.10, on("race", lambda _, chance: chance.choice(RACES))),
    Spoil("height: measured again", 0.70, on("height", _measured)),
    Spoil("height: unknown", 0.30, emptied("height")),
)


def make(place: Path, records: int, queries: int, seed: int) -> World:
    """Write the world into `place`: `records` people, `queries` second accounts, and records to deduplicate."""
    draw, chance = np.random.default_rng(seed), random.Random(seed)
    catalogue = people(records, draw)
    asked = [_query(catalogue, int(number), chance) for number in draw.choice(records, min(queries, records), False)]
    world = World("persons", "same_person", records, seed, tuple(catalogue))
    world.write(place, catalogue, asked, duplicated(min(records, MOST_TO_LEARN), draw, chance))
    return world


def _query(catalogue: Columns, number: int, chance: random.Random) -> Row:
    row = row_at(catalogue, number)
    kinds = spoil(row, SPOILS, chance)
    return {**row, "truth": str(number), "kinds": "|".join(kinds)}


def duplicated(records: int, draw: np.random.Generator, chance: random.Random) -> Columns:
    """Return `records` rows of which a share are further accounts of people among them, with their `cluster`."""
    firsts = round(records * (1 - DUPLICATES))
    originals = people(firsts, draw)
    of = np.concatenate([np.arange(firsts), draw.integers(0, firsts, records - firsts)])
    again = [_again(originals, int(number), chance) for number in of[firsts:]]
    further = table.columns_of(again) if again else {name: values[:0] for name, values in originals.items()}
    order = draw.permutation(records)
    joined = {name: np.concatenate([values, further[name].astype(object)])[order] for name, values in originals.items()}
    return {**joined, "cluster": of[order]}


def _again(originals: Columns, number: int, chance: random.Random) -> Row:
    row = row_at(originals, number)
    spoil(row, SPOILS, chance, MILD)
    return row
