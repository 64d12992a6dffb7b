"""How columns that several modules have become facts that can be matched."""

from collections import namedtuple
from collections.abc import Callable, Iterable, Iterator
from datetime import date
from decimal import Decimal
from functools import cache
from typing import Any

from manumit.values import crosswalks
from manumit.values.crosswalk import Crosswalk

SEXES = frozenset({"male", "female"})
"""Other words of the table say that nobody is sure."""
LOOKS = (
    "birth", "age_min", "age_max", "sex", "races", "height_min", "height_max", "weight_min", "weight_max", "eye_left",
    "eye_right", "hair",
)  # fmt: skip
"""The columns that `looks` reads."""
NAME = ("given_names", "middle_names", "family_name")
"""The columns that `name` reads."""


def rows(found: Any, *columns: str) -> Iterator[Any]:
    """Yield the rows of a query with `columns` alone, as plain tuples with names: a third of the cost of models."""
    return map(_row(columns), found.values_list(*columns))


@cache
def _row(columns: tuple[str, ...]) -> Callable[[Iterable[Any]], Any]:
    named: Any = namedtuple  # its fields are known only now
    make: Callable[[Iterable[Any]], Any] = named("Row", columns)._make
    return make


def looks(row: Any, on: date | None) -> dict[str, list[object]]:
    """Return what a person's row says of how they look; ages are those of the day `on`, left out where it is None.

    Race is read, and never weighs against; Tribes are not read at all, since only a nation's policy could allow it.
    """
    return {
        "birth": [*([row.birth] if row.birth else []), *_age(row, on)],
        "sex": [row.sex] if row.sex in SEXES else [],
        "race": list(row.races),
        "height": _span(row.height_min, row.height_max),
        "weight": _span(row.weight_min, row.weight_max),
        "eyes": _eyes(row),
        "hair": [code for code in [ncic(crosswalks.HAIR_COLOR_NCIC, row.hair)] if code],
    }


def name(row: Any) -> dict[str, str]:
    """Return the name of a row that has its parts."""
    return {"given": row.given_names, "middle": row.middle_names, "family": row.family_name}


def mark(row: Any) -> dict[str, str]:
    """Return a mark on a body; its codes are words that the comparison reads."""
    side = row.side if row.side in {"left", "right"} else ""
    return {
        "kind": row.feature_kind.replace("_", " "),
        "site": row.site.replace("_", " "),
        "side": side,
        "words": row.description,
    }


def vehicle(row: Any) -> dict[str, list[object]]:
    """Return what a row says of a vehicle; a character of the plate that nobody saw is a question mark."""
    colours = [ncic(crosswalks.VEHICLE_COLOR_NCIC, colour) for colour in row.colors]
    return {
        "plates": [{"number": row.plate_number, "state": row.plate_state[:4]}] if row.plate_number else [],
        "vins": [row.vin] if row.vin else [],
        "make": [row.make] if row.make else [],
        "model": [row.model] if row.model else [],
        "year": _span(row.year_min, row.year_max),
        "colour": [colour for colour in colours if colour],
        "style": [row.style] if row.style and row.style != "unknown" else [],
    }


def phone(row: Any) -> dict[str, list[object]]:
    """Return the number of a row, in international form where it was read so."""
    return {"phones": [row.e164 or row.number]}


def account(row: Any) -> dict[str, list[object]]:
    """Return the account of a row."""
    return {"accounts": [{"platform": row.platform, "handle": row.handle}]}


def days(earliest: date | None, latest: date | None) -> list[object]:
    """Return a range of days as EDTF; nothing where neither end is known."""
    if earliest and latest:
        return [earliest.isoformat() if earliest == latest else f"{earliest.isoformat()}/{latest.isoformat()}"]
    return [day.isoformat() for day in (earliest, latest) if day]


def by_record(rows: Iterable[Any], path: str) -> dict[int, list[Any]]:
    """Return rows by the id in their column `path`, in their order."""
    found: dict[int, list[Any]] = {}
    for row in rows:
        found.setdefault(getattr(row, path), []).append(row)
    return found


def ncic(walk: Crosswalk, code: str) -> str:
    """Return the NCIC code of one of ours; empty where it says nothing."""
    crossed = walk.forward(code).to if code else None
    return crossed.code if crossed and crossed.code != "XXX" else ""


def _age(row: Any, on: date | None) -> list[object]:
    if on is None or (row.age_min is None and row.age_max is None):
        return []
    low, high = (float(end) if end is not None else None for end in (row.age_min, row.age_max))
    return [{"low": low if low is not None else 0, "high": high if high is not None else 120, "on": on.isoformat()}]


def _span(low: Decimal | None, high: Decimal | None) -> list[object]:
    if low is None and high is None:
        return []
    return [{"low": None if low is None else float(low), "high": None if high is None else float(high)}]


def _eyes(row: Any) -> list[object]:
    left, right = (ncic(crosswalks.EYE_COLOR_NCIC, code) for code in (row.eye_left, row.eye_right))
    return [{"left": left, "right": right}] if left or right else []
