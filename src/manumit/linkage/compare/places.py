"""Places: a town and its state, or a point on the map, whichever both sides know."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from manumit.linkage import comparison
from manumit.linkage.compare import spelling
from manumit.linkage.compare.names import plain
from manumit.linkage.comparison import BadValue, Codes, Columns, Comparison, Key, Level, Truth, begin, better, sides

SAME, NEAR, REGION, FAR = range(4)
NOWHERE = 10**6
"""Stands for a latitude or longitude that is not known; known ones are thousandths of a degree."""

REACH = (5.0, 50.0, 250.0)
"""Kilometres within which two points are the same place, near, or in one region."""

_EARTH = 6371.0  # km, mean radius; source: IUGG
_BAND = 1000 * np.degrees(REACH[-1] / _EARTH) + 1
"""Thousandths of a degree of latitude beyond which nothing is in one region: most places are told by that alone."""


class Place(Comparison):
    """Where something happened or somebody lives.

    Points on the map are compared by distance along the earth: within 5 km, 50 km, 250 km. Where one side has no
    point, towns are compared by name within their state. A small town in common says more than a large one. People
    move: another place speaks little against.
    """

    name = "place"
    key = np.dtype([("text", "S28"), ("state", "S4"), ("latitude", np.int32), ("longitude", np.int32)])
    levels = (
        Level("same", "The same town, or within 5 km.", rarity=1000),
        Level("near", "Within 50 km, or the town spelt nearly alike in the same state.", rarity=500),
        Level("region", "Within 250 km, or in the same state."),
        Level("far", "Farther away."),
    )

    def read(self, value: object, field: str) -> Sequence[Key]:
        """Return town, state, and point in thousandths of a degree."""
        parts = comparison.parts_of(value, field, "city")
        city, state = (comparison.a_text(parts.get(part) or "", field) for part in ("city", "state"))
        point = tuple(_degrees(parts.get(part), field, most) for part, most in (("latitude", 90), ("longitude", 180)))
        if NOWHERE in point:
            point = (NOWHERE, NOWHERE)
        key = (plain(city)[:28], state.strip().upper().encode("ascii", "replace")[:4], *point)
        return [key] if any(key[:2]) or key[2] != NOWHERE else []

    def term(self, key: Key) -> str:
        """`town|STATE`: towns of one name in two states are counted apart."""
        return f"{key[0].decode()}|{key[1].decode()}" if key[0] else ""

    def show(self, key: Key) -> str:
        """`gallup NM`, `35.5,-108.7`."""
        named = f"{key[0].decode().title()} {key[1].decode()}".strip()
        point = f"{key[2] / 1000:g},{key[3] / 1000:g}" if key[2] != NOWHERE else ""
        return ", ".join(part for part in (named, point) if part)

    def derive(self, columns: Columns) -> None:
        """Add letters, length and sound of the town."""
        columns["letters"] = spelling.letters(columns["text"])
        columns["length"] = np.char.str_len(columns["text"]).astype(np.int16)
        columns["sound"] = np.array([spelling.sound(town) for town in columns["text"].tolist()], np.uint64)

    def compare(self, left: Columns, right: Columns) -> Codes:
        """Return the levels: by distance where both have a point, by town and state otherwise."""
        pointed = (left["latitude"] != NOWHERE) & (right["latitude"] != NOWHERE)
        levels = begin(left, right, FAR) if pointed.all() else _by_name(left, right)
        if pointed.any():
            levels[pointed] = FAR
            north = np.abs(left["latitude"] - right["latitude"]) <= _BAND
            around = np.flatnonzero(pointed & north)
            levels[around] = np.digitize(_kilometres(left, right, around), REACH, right=True)
        return levels


def _by_name(left: Columns, right: Columns) -> Codes:
    levels = begin(left, right, comparison.MISSING)
    stated = (left["state"] != b"") & (right["state"] != b"")
    towns = (left["length"] > 0) & (right["length"] > 0)
    contrary = stated & (left["state"] != right["state"])
    better(levels, FAR, towns | stated)
    better(levels, REGION, stated & ~contrary)
    better(levels, NEAR, _spelt_alike(left, right, towns & ~contrary))
    better(levels, SAME, towns & ~contrary & (left["text"] == right["text"]))
    return levels


def _spelt_alike(left: Columns, right: Columns, may: Truth) -> Truth:
    apart = np.bitwise_count(left["letters"] ^ right["letters"])
    gap = np.abs(left["length"] - right["length"])
    places = np.flatnonzero(may & (apart <= 2) & (gap <= 1))
    alike: Truth = may & (left["sound"] == right["sound"]) & (left["sound"] != 0)
    if len(places):
        alike[places] |= spelling.edits(*sides(left, right, places, "text"), 1) <= 1
    return alike


def _kilometres(left: Columns, right: Columns, places: NDArray[np.int64]) -> NDArray[np.float64]:
    """Great-circle distance of the pairs at `places`, by the haversine."""
    here, there = sides(left, right, places, "latitude", "longitude")
    one, other = np.radians(here["latitude"] / 1000), np.radians(there["latitude"] / 1000)
    across = np.radians((here["longitude"] - there["longitude"]) / 1000)
    half = np.sin((one - other) / 2) ** 2 + np.cos(one) * np.cos(other) * np.sin(across / 2) ** 2
    return np.asarray(2 * _EARTH * np.arcsin(np.sqrt(np.clip(half, 0, 1))))


def _degrees(value: object, field: str, most: int) -> int:
    if value is None or value == "":
        return NOWHERE
    if isinstance(value, bool) or not isinstance(value, int | float) or not -most <= value <= most:
        raise BadValue(field, f"{value!r} is no number of degrees from -{most} to {most}")
    return round(value * 1000)
