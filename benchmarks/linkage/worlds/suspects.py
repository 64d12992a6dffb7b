"""`suspects`: people whom agencies look for, known to each by other names, in part, and by what was seen.

A record has a legal name and up to two aliases (35 % have one, 15 % two): another name altogether, the given name with
another family name, or a street name alone. A second agency's account of the person:

- names: the legal name only 40 %, one alias only 25 % of those who have any, both 35 %; each name is spoilt by
  the spoils of `persons` (`NAMES`), the given name alone is known in 5 %; 8 % are in another script or with marks;
- birth: a full date 45 % (with the slips of `persons`), a year 15 %, an age of a range of five to ten years on the day
  of the account 25 %, unknown 15 %; measures as ranges of 2 to 4 inches and 20 to 40 lb in half of accounts;
- each mark is in the account with 55 %, in other words; telephones, handles, plates are recorded in 55 / 30 / 25 % of
  records, and an account has the person's own with 35 / 40 / 40 % of those; a plate is seen in part or with
  signs taken for others in 35 %; a handle differs in its last sign in 10 %; moved 45 %; sex and race as in `persons`.
"""

# ruff: noqa: SIM905 - lists of quoted words are harder to read and to keep

import random
from pathlib import Path
from typing import Any

import numpy as np

from benchmarks.linkage import table
from benchmarks.linkage.table import Columns, Row

from . import given_names, numbers
from .described import marked, marks_of
from .land import Land
from .people import Draw, people
from .persons import SPOILS as OF_PERSONS
from .scripts import abroad
from .spoiling import spoil
from .surnames import surnames
from .world import World, row_at

LAND, SURNAMES = Land(), surnames()
NAMES = tuple(
    each for each in OF_PERSONS if each.what.startswith(("given name: n", "given name: s", "given name: a", "family"))
)
DATES = tuple(
    each
    for each in OF_PERSONS
    if each.what.startswith("birth") and "unknown" not in each.what and "only" not in each.what
)
CODES = tuple(each for each in OF_PERSONS if each.what.startswith(("sex", "race")))
ON_STREET = """lil big slim red shorty smoke ghost pops mack blue twin dre jay kay ace duke king prince angel tiny
bear wolf rabbit spider joker psycho loco flaco gordo chino guero oso negro sleepy dopey smiley lucky diamond cash
money dollar nino baby candy star princess coco cherry silk velvet snow rain storm""".split()
PLATFORMS = ("photos", "chat", "video", "market", "dating")
MARKS = 3
DUPLICATES = 0.3
YEAR = 2026


def make(place: Path, records: int, queries: int, seed: int) -> World:
    """Write the world: `records` suspects, `queries` accounts of some, and `records` to deduplicate."""
    draw, chance = np.random.default_rng(seed), random.Random(seed)
    catalogue = _suspects(records, draw, chance)
    asked = [_query(catalogue, int(number), chance) for number in draw.choice(records, min(queries, records), False)]
    world = World("suspects", "suspect", records, seed, tuple(name for name in catalogue if name != "marks"))
    world.write(place, _written(catalogue, chance), asked, _duplicated(records, draw, chance))
    return world


def _suspects(count: int, draw: Draw, chance: random.Random) -> Columns:
    made = people(count, draw)
    made |= LAND.place(LAND.towns(count, draw))
    others = [_aliases(first, chance) for first in made["first"]]
    for k in (0, 1):
        for part, name in enumerate(("first", "last")):
            made[f"alias{k}_{name}"] = _objects(row[k][part] for row in others)
    made["weight"] = _objects(
        round(x) if chance.random() < 0.6 else None for x in draw.normal(172, 34, count).clip(85, 400)
    )
    made["account"] = _objects(_handle(first, chance) if chance.random() < 0.3 else None for first in made["first"])
    made["platform"] = _objects(chance.choice(PLATFORMS) if handle else None for handle in made["account"])
    made["plate"] = _objects(numbers.plate(chance) if chance.random() < 0.25 else None for _ in range(count))
    ends = ("low", "high")
    made |= {f"{name}_{end}": _objects([None] * count) for name in ("age", "height", "weight") for end in ends}
    made["age_on"] = _objects([None] * count)
    made["marks"] = _objects([marks_of(chance)[:MARKS] if chance.random() < 0.7 else [] for _ in range(count)])
    return made


def _objects(values: Any) -> Any:
    listed = list(values)
    found = np.empty(len(listed), dtype=object)
    found[:] = listed
    return found


def _aliases(first: str, chance: random.Random) -> list[tuple[str | None, str | None]]:
    count = chance.choices((0, 1, 2), (50, 35, 15))[0]
    return [*(_alias(first, chance) for _ in range(count)), *[(None, None)] * (2 - count)]


def _alias(first: str, chance: random.Random) -> tuple[str | None, str | None]:
    how = chance.random()
    if how < 0.3:
        return " ".join(random.Random.sample(chance, ON_STREET, chance.choice((1, 1, 2)))), None
    given = first if how < 0.65 else chance.choice(given_names.MALE + given_names.FEMALE)
    return given, chance.choice(SURNAMES[:20_000])


def _handle(first: str, chance: random.Random) -> str:
    return f"{chance.choice(ON_STREET)}{chance.choice(('.', '_', ''))}{first}{chance.randint(1, 999)}"


def _with_marks(row: Row, chance: random.Random, share: float) -> Row:
    texts = [marked(mark, chance, 0.12) for mark in row.pop("marks") if chance.random() < share]
    return row | {f"mark{k}": texts[k] if k < len(texts) else None for k in range(MARKS)}


def _written(catalogue: Columns, chance: random.Random) -> Columns:
    marks = [_with_marks({"marks": marks}, chance, 0.9) for marks in catalogue["marks"]]
    plain = {name: values for name, values in catalogue.items() if name != "marks"}
    return plain | table.columns_of(marks)


def _account(catalogue: Columns, number: int, chance: random.Random) -> tuple[Row, list[str]]:
    """Write a second agency's account of a suspect, and say what makes it hard."""
    row = row_at(catalogue, number)
    kinds = [_named(row, chance), *_born(row, chance), *_measured(row, chance), *_numbered(row, chance)]
    kinds += [each for each in spoil(row, CODES, chance) if each.startswith("sex")]
    if chance.random() < 0.45:
        row |= {name: values[0] for name, values in LAND.place(np.array([chance.randrange(len(LAND.names))])).items()}
    marks = len(row["marks"])
    row = _with_marks(row, chance, 0.55)
    kinds += ["marks"] if marks and row["mark0"] else []
    return row, [kind for kind in kinds if kind]


def _query(catalogue: Columns, number: int, chance: random.Random) -> Row:
    row, kinds = _account(catalogue, number, chance)
    return {**row, "truth": str(number), "kinds": "|".join(dict.fromkeys(kinds))}


def _named(row: Row, chance: random.Random) -> str:
    """Choose the names that the other agency knows; spoil them; return the kind."""
    aliases = [(row[f"alias{k}_first"], row[f"alias{k}_last"]) for k in (0, 1)]
    aliases = [alias for alias in aliases if alias[0]]
    legal, how = (row["first"], row["last"]), chance.random()
    names, kind = ([legal], "legal name") if not aliases or how < 0.4 else ([legal, aliases[0]], "name and alias")
    if aliases and how >= 0.75:
        names, kind = [chance.choice(aliases)], "alias only"
    names, script = zip(*(_spelt(name, chance) for name in names), strict=True)
    for place, (first, last) in enumerate(
        (("first", "last"), ("alias0_first", "alias0_last"), ("alias1_first", "alias1_last"))
    ):
        row[first], row[last] = names[place] if place < len(names) else (None, None)
    kind = "street name only" if kind == "alias only" and not row["last"] else kind
    return "|".join(filter(None, (kind, *script)))


def _spelt(name: tuple[str | None, str | None], chance: random.Random) -> tuple[tuple[str | None, str | None], str]:
    row: Row = {"first": name[0], "last": name[1]}
    happened = spoil(row, [each for each in NAMES if row["last"] or each.what.startswith("given name: s")], chance)
    kind = "nickname" if any("nickname" in each for each in happened) else ""
    if row["last"] and chance.random() < 0.05:
        row["last"], kind = None, "given name alone"
    if chance.random() < 0.08:
        (row["first"], script), last = abroad(row["first"], chance), row["last"]
        row["last"] = _same_script(last, script) if last else None
        kind = f"script: {script}"
    return (row["first"], row["last"]), kind


def _same_script(name: str, script: str) -> str:
    from .scripts import SCRIPTS

    return SCRIPTS[script](name)


def _born(row: Row, chance: random.Random) -> list[str]:
    dob, how = row["dob"], chance.random()
    if dob is None or how > 0.85:
        row["dob"] = None
        return ["birth unknown"]
    if how < 0.45:
        return spoil(row, DATES, chance)
    if how < 0.6:
        row["dob"] = dob[:4]
        return ["birth: year only"]
    age, width = YEAR - int(dob[:4]), chance.choice((5, 8, 10))
    low = max(0, age - chance.randint(0, width) + chance.choice((0, 0, 0, 0, -2, 2)))
    row |= {"dob": None, "age_low": min(low, 110), "age_high": min(low + width, 120), "age_on": f"{YEAR}-01-01"}
    return ["age range"]


def _measured(row: Row, chance: random.Random) -> list[str]:
    if chance.random() < 0.5:
        row["height"] = row["height"] + round(chance.gauss(0, 1.2)) if row["height"] and chance.random() < 0.6 else None
        row["weight"] = (
            max(60, row["weight"] + round(chance.gauss(0, 14))) if row["weight"] and chance.random() < 0.6 else None
        )
        return []
    for name, off, widths in (("height", 1.0, (2, 3, 4)), ("weight", 12, (20, 30, 40))):
        if row[name] is not None:
            width = chance.choice(widths)
            low = max(40, row[name] + round(chance.gauss(0, off)) - chance.randint(0, width))
            row |= {name: None, f"{name}_low": low, f"{name}_high": low + width}
    return ["measures as ranges"]


def _numbered(row: Row, chance: random.Random) -> list[str]:
    kinds = [
        _number(row, "phone", 0.35, chance),
        _number(row, "account", 0.4, chance),
        _number(row, "plate", 0.4, chance),
    ]
    if kinds[1] and chance.random() < 0.1:
        row["account"] = row["account"][:-1] + chance.choice("0123456789x")
    if kinds[2] and chance.random() < 0.35:
        row["plate"], kinds[2] = (
            chance.choice((numbers.partial, numbers.confused))(row["plate"], chance),
            "plate in part",
        )
    row["platform"] = (
        (row["platform"] if chance.random() < 0.8 else chance.choice(PLATFORMS)) if row["account"] else None
    )
    return kinds


def _number(row: Row, name: str, own: float, chance: random.Random) -> str:
    """Keep a number with the chance `own`; else it is another's, or unknown."""
    if row[name] is None:
        return ""
    if chance.random() < own:
        return f"{name} known"
    others = {
        "phone": lambda: f"{chance.randint(201, 988)}{chance.randint(2_000_000, 9_999_999)}",
        "account": lambda: _handle(chance.choice(given_names.MALE), chance),
        "plate": lambda: numbers.plate(chance),
    }
    row[name] = others[name]() if chance.random() < 0.5 else None
    return ""


def _duplicated(records: int, draw: Draw, chance: random.Random) -> Columns:
    firsts = round(records * (1 - DUPLICATES))
    originals = _suspects(firsts, draw, chance)
    of = np.concatenate([np.arange(firsts), draw.integers(0, firsts, records - firsts)])
    further = table.columns_of([_account(originals, int(number), chance)[0] for number in of[firsts:]])
    order = draw.permutation(records)
    known = _written(originals, chance)
    joined = {name: np.concatenate([known[name], further[name].astype(object)])[order] for name in known}
    return {**joined, "cluster": of[order]}
