"""`vehicles`: registered vehicles, and what a witness, a camera or another agency wrote down of some of them.

Of each account: the plate is seen in part 24 %, with one or two signs taken for others 16 %, with one sign wrong 6 %,
not at all 14 %, exchanged for another vehicle's 3 %, its state not seen 30 % or another 4 %; the VIN is known in a
fifth of accounts, of those mistyped 12 % and only by its ending 25 %; make unknown 12 % and another 4 %; model unknown
40 % and another 6 %; year unknown 45 % and off by one to three 30 %; colour unknown 8 %, a neighbouring one 18 %; body
style unknown 25 % and another 8 %; seen in another town 35 %. An account without plate and VIN is one in ten: nobody
can find that vehicle among all of its kind, and such accounts are measured by themselves.
"""

# ruff: noqa: SIM905 - lists of quoted words are harder to read and to keep

import random
from pathlib import Path
from typing import Any

import numpy as np

from benchmarks.linkage import table
from benchmarks.linkage.table import Columns, Row

from . import numbers
from .land import Land
from .people import Draw
from .spoiling import Spoil, emptied, on, spoil
from .world import World, row_at

LAND = Land()
MAKERS = {
    "FORD": ("1FT", "F150 FOCUS ESCAPE FUSION EXPLORER MUSTANG"),
    "CHEV": ("1GC", "SILVERADO MALIBU TAHOE EQUINOX IMPALA CRUZE"),
    "TOYT": ("4T1", "CAMRY COROLLA RAV4 TACOMA PRIUS SIENNA"),
    "HOND": ("2HG", "CIVIC ACCORD CRV ODYSSEY PILOT"),
    "NISS": ("1N4", "ALTIMA SENTRA ROGUE FRONTIER MAXIMA"),
    "DODG": ("2B3", "RAM CHARGER CARAVAN DURANGO"),
    "JEEP": ("1J4", "WRANGLER CHEROKEE LIBERTY"),
    "HYUN": ("KMH", "ELANTRA SONATA TUCSON"),
    "KIA": ("KNA", "OPTIMA SORENTO SOUL"),
    "GMC": ("1GK", "SIERRA YUKON ACADIA"),
    "VOLK": ("3VW", "JETTA PASSAT GOLF"),
    "BMW": ("WBA", "320 528 X5"),
}
COLOURS, COLOUR_SHARES = "WHI BLK SIL GRY BLU RED GRN TAN MAR GLD".split(), (24, 20, 15, 15, 10, 9, 3, 2, 1, 1)
LOOKS = {"SIL": "GRY", "GRY": "SIL", "WHI": "SIL", "BLK": "BLU", "BLU": "BLK", "RED": "MAR", "MAR": "RED", "TAN": "GLD"}
STYLES = "4D 2D PK SUV VAN CV".split()
DUPLICATES, MILD = 0.25, 0.7
NUMBERS = ("plate", "vin")


def _another(values: Any) -> Any:
    return lambda _, chance: chance.choice(list(values))


def _model(_: str, chance: random.Random) -> str:
    return chance.choice(chance.choice(list(MAKERS.values()))[1].split())


def _moved(row: Row, chance: random.Random) -> None:
    town = np.array([chance.randrange(len(LAND.names))])
    row |= {name: values[0] for name, values in LAND.place(town).items()}


def _seldom_known(name: str, share: float) -> Any:
    def change(row: Row, chance: random.Random) -> None:
        row[name] = row[name] if chance.random() < share else None

    return change


SPOILS = (
    Spoil("plate: seen in part", 0.24, on("plate", numbers.partial)),
    Spoil("plate: signs taken for others", 0.16, on("plate", numbers.confused)),
    Spoil("plate: a sign wrong", 0.06, on("plate", numbers.wrong)),
    Spoil("plate: another vehicle's", 0.03, on("plate", lambda _, chance: numbers.plate(chance))),
    Spoil("plate: not seen", 0.14, emptied("plate", "plate_state")),
    Spoil("plate: state not seen", 0.30, emptied("plate_state")),
    Spoil("plate: another state", 0.04, on("plate_state", _another(sorted(set(LAND.states))))),
    Spoil("vin: mistyped", 0.12, on("vin", numbers.wrong)),
    Spoil("vin: ending only", 0.25, on("vin", numbers.ending)),
    Spoil("make: another", 0.04, on("make", _another(MAKERS))),
    Spoil("make: unknown", 0.12, emptied("make", "model")),
    Spoil("model: another", 0.06, on("model", _model)),
    Spoil("model: unknown", 0.40, emptied("model")),
    Spoil("year: off", 0.30, on("year", lambda year, chance: year + chance.choice((-3, -2, -1, -1, 1, 1, 2, 3)))),
    Spoil("year: unknown", 0.45, emptied("year")),
    Spoil("colour: a neighbouring one", 0.18, on("colour", lambda colour, _: LOOKS.get(colour, colour))),
    Spoil("colour: unknown", 0.08, emptied("colour")),
    Spoil("style: another", 0.08, on("style", _another(STYLES))),
    Spoil("style: unknown", 0.25, emptied("style")),
    Spoil("seen elsewhere", 0.35, _moved),
)
VIN_KNOWN = Spoil("vin: known", 1.0, _seldom_known("vin", 0.2))


def make(place: Path, records: int, queries: int, seed: int) -> World:
    """Write the world: `records` vehicles, `queries` accounts of some, and `records` to deduplicate."""
    draw, chance = np.random.default_rng(seed), random.Random(seed)
    catalogue = _vehicles(records, draw, chance)
    asked = [_query(catalogue, int(number), chance) for number in draw.choice(records, min(queries, records), False)]
    world = World("vehicles", "vehicle", records, seed, tuple(catalogue))
    world.write(place, catalogue, asked, _duplicated(records, draw, chance))
    return world


def _vehicles(count: int, draw: Draw, chance: random.Random) -> Columns:
    makes = chance.choices(list(MAKERS), (18, 16, 14, 11, 9, 8, 6, 5, 4, 4, 3, 2), k=count)
    towns = LAND.towns(count, draw)
    plates = [numbers.plate(chance) for _ in makes]
    listed = {
        "plate": plates,
        "vin": [numbers.vin(MAKERS[make][0], chance) for make in makes],
        "make": makes,
        "model": [chance.choice(MAKERS[make][1].split()) for make in makes],
        "year": [int(year) for year in 2026 - draw.gamma(2.2, 4.5, count).clip(0, 60)],
        "colour": chance.choices(COLOURS, COLOUR_SHARES, k=count),
        "style": chance.choices(STYLES, (40, 8, 18, 22, 10, 2), k=count),
    }
    place = LAND.place(towns)
    return (
        {name: np.array(values, dtype=object) for name, values in listed.items()}
        | place
        | {"plate_state": place["state"].copy()}
    )


def _account(catalogue: Columns, number: int, chance: random.Random, strength: float = 1.0) -> tuple[Row, list[str]]:
    row = row_at(catalogue, number)
    happened = spoil(row, SPOILS, chance, strength)
    spoil(row, (VIN_KNOWN,), chance)
    kinds = [kind for kind in happened if not kind.startswith("vin") or row["vin"]]
    known = "+".join(name for name in NUMBERS if row[name]) or "neither plate nor vin"
    return row, [*kinds, f"known: {known}"]


def _query(catalogue: Columns, number: int, chance: random.Random) -> Row:
    row, kinds = _account(catalogue, number, chance)
    return {**row, "truth": str(number), "kinds": "|".join(kinds)}


def _duplicated(records: int, draw: Draw, chance: random.Random) -> Columns:
    firsts = round(records * (1 - DUPLICATES))
    originals = _vehicles(firsts, draw, chance)
    of = np.concatenate([np.arange(firsts), draw.integers(0, firsts, records - firsts)])
    further = table.columns_of([_account(originals, int(number), chance, MILD)[0] for number in of[firsts:]])
    order = draw.permutation(records)
    joined = {name: np.concatenate([values, further[name].astype(object)])[order] for name, values in originals.items()}
    return {**joined, "cluster": of[order]}
