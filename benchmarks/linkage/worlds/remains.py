"""`remains`: 25,000 missing persons and 15,000 unidentified remains, of which six in ten are one of the missing.

What separates two accounts of one person here (each share is of the accounts it can happen to):

- the dead are found 0 to 30 years after (half within a year), and examined at one of three stages: whole (35 %),
  decomposed (35 %), skeletal (30 %). What a stage takes is in `LOST`: weight, eye and hair colour, marks, the sex;
- sex recorded otherwise 1 %; ancestry recorded otherwise 15 % and unknown 30 %; eye colour taken for a neighbouring one
  15 %; hair 20 %; a report's measures off by one inch and 10 lb (standard deviation), an examiner's ranges 4 to 6
  inches and 30 lb wide around an estimate off by 1.2 inches and 12 lb; weight changed since by 15 lb;
- age estimated as a range of 10 (whole) to 20 years (skeletal), which misses the true age in one of twelve;
- found within 25 km (mean) of where last seen 45 %, 120 km 25 %, anywhere 30 %; a point on the map missing in a tenth;
- each mark is in the report 75 % and in the examination 90 / 45 / 5 % by stage (fractures always), in other words;
- the outfit is described in 65 % of reports and the remains' in 75 %, the same one in 60 % of cases; each thing is in
  either list with 60 %.
"""

# ruff: noqa: SIM905 - a list of quoted words is harder to read and to keep

import datetime
import random
from pathlib import Path
from typing import Any

import numpy as np

from benchmarks.linkage import table
from benchmarks.linkage.table import Columns, Row

from .described import Mark, Thing, marked, marks_of, things_of, worn
from .land import Land, away, nearest
from .people import RACE_SHARES, RACES, Draw
from .world import World

REMAINS_PER_MISSING = 0.6
"""15,000 remains for 25,000 missing."""
KNOWN = 0.6
"""Share of remains whose person is among the missing."""
MARKS, THINGS = 5, 5
"""Columns of each."""
STAGES = ("whole", "decomposed", "skeletal")
LOST = {
    "whole": {"weight": 0.05, "eyes": 0.10, "hair": 0.03, "sex": 0.0, "mark": 0.10},
    "decomposed": {"weight": 0.55, "eyes": 0.75, "hair": 0.15, "sex": 0.03, "mark": 0.55},
    "skeletal": {"weight": 0.97, "eyes": 1.0, "hair": 0.55, "sex": 0.15, "mark": 0.95},
}
"""Stage: what share of remains no longer show a thing."""
EYES, EYE_SHARES = ("BRO", "BLU", "HAZ", "GRN", "GRY"), (0.55, 0.22, 0.12, 0.08, 0.03)
HAIR, HAIR_SHARES = ("BRO", "BLK", "BLN", "GRY", "RED", "SDY"), (0.42, 0.28, 0.13, 0.09, 0.04, 0.04)
NEIGHBOURS = {
    "eyes": {"BRO": "HAZ", "HAZ": "BRO", "BLU": "GRY", "GRY": "BLU", "GRN": "HAZ"},
    "hair": {"BRO": "BLK", "BLK": "BRO", "BLN": "SDY", "SDY": "BRO", "GRY": "BRO", "RED": "BRO"},
}
LAST_DAY = datetime.date(2026, 1, 1)
LAND = Land()
FIELDS = """sex race dob age_low age_high last_contact found height height_low height_high weight weight_low weight_high
eyes hair city state latitude longitude""".split()


def make(place: Path, records: int, queries: int, seed: int) -> World:
    """Write the world: `records` missing, at most `queries` remains asked, and others of both kinds to learn from."""
    count = min(queries, round(records * REMAINS_PER_MISSING))
    world = World("remains", "remains", records, seed, tuple(_columns()), top=20)
    missing, remains = _both(records, count, seed)
    reports, finds = _both(records, count, seed + 1_000_000)
    world.write(
        place, table.columns_of(missing), remains, learning=(table.columns_of(reports), table.columns_of(finds))
    )
    return world


def _columns() -> list[str]:
    return [*FIELDS, *(f"mark{k}" for k in range(MARKS)), *(f"thing{k}" for k in range(THINGS))]


def _both(records: int, count: int, seed: int) -> tuple[list[Row], list[Row]]:
    """Return missing persons and remains; `truth` and `kinds` say who the remains are, and what is known of them."""
    draw, chance = np.random.default_rng(seed), random.Random(seed)
    known = round(count * KNOWN)
    people = _people(records + count - known, draw, chance)
    lives = [_life(people, number) for number in range(records + count - known)]
    dead = [*draw.choice(records, known, False).tolist(), *range(records, records + count - known)]
    found = _found(people, np.array(dead), draw)
    remains = [_remains(lives[number], found, place, chance) for place, number in enumerate(dead)]
    for place, (row, number) in enumerate(zip(remains, dead, strict=True)):
        row["truth"] = str(number) if place < known else ""
    order = draw.permutation(count).tolist()
    return [_report(life, chance) for life in lives[:records]], [remains[place] for place in order]


def _people(count: int, draw: Draw, chance: random.Random) -> Columns:
    sex = draw.choice(np.array(["F", "M"], dtype=object), count, p=(0.38, 0.62))
    age = np.clip(draw.gamma(3.2, 10.5, count), 1, 95)
    last = np.array([LAST_DAY.toordinal()]) - (draw.beta(0.9, 1.6, count) * 45 * 365.25).astype(int)
    tall = np.where(sex == "M", 69.2, 64.0) + draw.normal(0, 2.8, count)
    return {
        "sex": sex,
        "race": draw.choice(np.array(RACES, dtype=object), count, p=RACE_SHARES),
        "born": last - (age * 365.25).astype(int),
        "last": last,
        "tall": tall * np.clip(0.45 + age / 32, 0.45, 1),
        "heavy": np.clip((tall - 60) * 5 + 120 + draw.normal(0, 28, count), 25, 400) * np.clip(age / 17, 0.15, 1),
        "eyes": draw.choice(np.array(EYES, dtype=object), count, p=EYE_SHARES),
        "hair": draw.choice(np.array(HAIR, dtype=object), count, p=HAIR_SHARES),
        "town": LAND.towns(count, draw),
        "marks": _objects([marks_of(chance) for _ in range(count)]),
        "things": _objects([things_of(chance) for _ in range(count)]),
    }


def _objects(values: list[Any]) -> Any:
    found = np.empty(len(values), dtype=object)
    found[:] = values
    return found


def _life(people: Columns, number: int) -> Row:
    return {name: values[number] for name, values in people.items()}


def _found(people: Columns, dead: Any, draw: Draw) -> Columns:
    """Return where and when the dead are found."""
    how = draw.random(len(dead))
    km = np.where(how < 0.45, draw.exponential(25, len(dead)), draw.exponential(120, len(dead)))
    points = away(LAND.points[people["town"][dead]], km, draw)
    anywhere = how >= 0.7
    elsewhere = LAND.points[LAND.towns(len(dead), draw)]
    points[anywhere] = away(elsewhere, draw.exponential(15, len(dead)), draw)[anywhere]
    later = np.minimum(draw.lognormal(5.9, 2.0, len(dead)), 30 * 365).astype(int)
    on = np.minimum(people["last"][dead] + later, LAST_DAY.toordinal())
    return {"on": on, **LAND.place(nearest(points, LAND.points), points)}


def _empty() -> Row:
    return dict.fromkeys(_columns())


def _report(life: Row, chance: random.Random) -> Row:
    """Write the report of a missing person."""
    row = _empty() | {"sex": life["sex"], "race": life["race"] if chance.random() > 0.03 else None}
    row["dob"] = datetime.date.fromordinal(int(life["born"])).isoformat() if chance.random() > 0.04 else None
    row["last_contact"] = datetime.date.fromordinal(int(life["last"])).isoformat()
    row["height"] = round(life["tall"] + chance.gauss(0, 1)) if chance.random() > 0.05 else None
    row["weight"] = round(max(life["heavy"] + chance.gauss(0, 10), 15)) if chance.random() > 0.06 else None
    row |= {name: life[name] if chance.random() > 0.06 else None for name in ("eyes", "hair")}
    row |= _where(LAND.place(np.array([life["town"]])), 0, chance)
    row |= _listed("mark", MARKS, [marked(mark, chance, 0.1) for mark in life["marks"] if chance.random() < 0.75])
    described = life["things"] if chance.random() < 0.65 else []
    return row | _listed("thing", THINGS, [worn(thing, chance, 0.0) for thing in described if chance.random() < 0.6])


def _remains(life: Row, found: Columns, place: int, chance: random.Random) -> Row:
    """Write what an examiner says of remains, with `kinds`."""
    stage = chance.choices(STAGES, (35, 35, 30))[0]
    lost = LOST[stage]
    row = _empty() | _where(found, place, chance) | _aged(life, stage, chance) | _sized(life, lost, chance)
    row["found"] = datetime.date.fromordinal(int(found["on"][place])).isoformat()
    sex = life["sex"] if chance.random() > 0.01 else ("M" if life["sex"] == "F" else "F")
    row["sex"] = sex if chance.random() >= lost["sex"] else None
    race = life["race"] if chance.random() > 0.15 else chance.choice(RACES)
    row["race"] = race if chance.random() > 0.3 else None
    for name, mistaken in (("eyes", 0.15), ("hair", 0.2)):
        seen = NEIGHBOURS[name][life[name]] if chance.random() < mistaken else life[name]
        row[name] = seen if chance.random() >= lost[name] else None
    marks = [marked(mark, chance, 0.15) for mark in life["marks"] if _seen(mark, lost["mark"], chance)]
    row |= _listed("mark", MARKS, marks) | _listed("thing", THINGS, _outfit(life["things"], chance))
    return {**row, "kinds": "|".join((stage, "marks" if marks else "no marks"))}


def _seen(mark: Mark, lost: float, chance: random.Random) -> bool:
    return mark[0] == "fracture" or chance.random() >= lost


def _outfit(things: list[Thing], chance: random.Random) -> list[str]:
    worn_then = things if chance.random() < 0.6 else things_of(chance)
    if chance.random() < 0.25:
        return []
    return [worn(thing, chance, 0.1) for thing in worn_then if chance.random() < 0.6]


def _aged(life: Row, stage: str, chance: random.Random) -> Row:
    """Return the range of age at death: in one of twelve it misses the true age."""
    true, width = (life["last"] - life["born"]) / 365.25, {"whole": 10, "decomposed": 14, "skeletal": 20}[stage]
    start = true - width * (chance.uniform(0.1, 0.9) if chance.random() > 1 / 12 else chance.choice((-0.3, 1.3)))
    low = max(0, round(start))
    return {"age_low": min(low, 100), "age_high": min(low + width, 110)}


def _sized(life: Row, lost: dict[str, float], chance: random.Random) -> Row:
    middle, half = round(life["tall"] + chance.gauss(0, 1.2)), chance.choice((2, 3))
    row = {"height_low": middle - half, "height_high": middle + half}
    if chance.random() >= lost["weight"]:
        heavy = max(25, round(life["heavy"] + chance.gauss(0, 15) + chance.gauss(0, 12)))
        row |= {"weight_low": heavy - 15, "weight_high": heavy + 15}
    return row


def _where(places: Columns, at: int, chance: random.Random) -> Row:
    row = {name: places[name][at] for name in ("city", "state", "latitude", "longitude")}
    return row if chance.random() > 0.1 else row | {"latitude": None, "longitude": None}


def _listed(name: str, most: int, texts: list[str]) -> Row:
    return {f"{name}{place}": texts[place] if place < len(texts) else None for place in range(most)}
