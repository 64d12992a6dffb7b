"""Where counties lie: the middle of each, for cases of which no place is known more exactly.

The table is made from the county shapes of the US Census Bureau that the product ships for its maps:
`python -m manumit.values.county_places TOPOJSON` writes it anew.
"""

from __future__ import annotations

import csv
import json
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import pairwise
from pathlib import Path
from typing import Any

from manumit.values.packaged_codes import packaged_rows
from manumit.values.plain_text import loose_key
from manumit.values.tables.us_states import US_STATES

TABLE = "county_places.csv"
_WORDS = ("county", "parish", "borough", "census area", "municipality", "city and borough", "city", "municipio")
Point = tuple[float, float]


@dataclass(frozen=True, slots=True)
class CountyPlace:
    """A county: its FIPS code, name, state (postal code), and its middle in degrees of WGS 84."""

    fips: str
    name: str
    state: str
    latitude: float
    longitude: float


@cache
def county_places() -> tuple[CountyPlace, ...]:
    """Return every county, in order of FIPS code. Source: US Census Bureau, cartographic boundaries 2017."""
    return tuple(
        CountyPlace(row["fips"], row["name"], row["state"], float(row["latitude"]), float(row["longitude"]))
        for row in packaged_rows(TABLE)
    )


def county_place(name: str, state: str) -> CountyPlace | None:
    """Return the county called `name` in `state`, with or without "County"; None for none, or for two of that name."""
    found = _by_name().get((state.upper(), _key(name)), ())
    return found[0] if len(found) == 1 else None


@cache
def _by_name() -> dict[tuple[str, str], tuple[CountyPlace, ...]]:
    named: dict[tuple[str, str], tuple[CountyPlace, ...]] = {}
    for county in county_places():
        key = (county.state, _key(county.name))
        named[key] = (*named.get(key, ()), county)
    return named


def _key(name: str) -> str:
    words = " ".join(name.lower().replace("saint ", "st. ").split())
    for ending in _WORDS:
        words = words.removesuffix(f" {ending}")
    return loose_key(words)


def middles(topology: dict[str, Any]) -> Iterator[CountyPlace]:
    """Yield the counties of a TopoJSON of the Census Bureau's shapes."""
    states = _states(topology)
    arcs = [list(_points(arc, topology["transform"])) for arc in topology["arcs"]]
    for shape in sorted(topology["objects"]["counties"]["geometries"], key=lambda each: each["id"]):
        state = states.get(shape["id"][:2])
        if state:
            longitude, latitude = _middle(_rings(shape, arcs))
            yield CountyPlace(shape["id"], shape["properties"]["name"], state, round(latitude, 4), round(longitude, 4))


def _states(topology: dict[str, Any]) -> dict[str, str]:
    shapes = topology["objects"]["states"]["geometries"]
    named = ((shape["id"], US_STATES.find(shape["properties"]["name"])) for shape in shapes)
    return {key: found.code for key, found in named if found}


def _points(arc: Sequence[Sequence[int]], transform: dict[str, Any]) -> Iterator[Point]:
    x = y = 0
    (scale_x, scale_y), (first_x, first_y) = transform["scale"], transform["translate"]
    for step_x, step_y in arc:
        x, y = x + step_x, y + step_y
        yield x * scale_x + first_x, y * scale_y + first_y


def _rings(shape: dict[str, Any], arcs: Sequence[list[Point]]) -> list[list[Point]]:
    """Return the outer rings of a polygon or of several."""
    polygons = [shape["arcs"]] if shape["type"] == "Polygon" else shape["arcs"]
    return [_ring(polygon[0], arcs) for polygon in polygons]


def _ring(places: Sequence[int], arcs: Sequence[list[Point]]) -> list[Point]:
    return [point for place in places for point in (arcs[place] if place >= 0 else arcs[~place][::-1])]


def _middle(rings: Sequence[list[Point]]) -> Point:
    """Return the centroid of the largest ring: an island far away moves no county."""
    area, middle = max((_centroid(ring) for ring in rings), key=lambda found: found[0])
    return middle if area else rings[0][0]


def _centroid(ring: list[Point]) -> tuple[float, Point]:
    crosses = [(a[0] * b[1] - b[0] * a[1], a, b) for a, b in pairwise([*ring, ring[0]])]
    twice = sum(cross for cross, _, _ in crosses)
    if not twice:
        return 0.0, ring[0]
    x = sum((a[0] + b[0]) * cross for cross, a, b in crosses) / (3 * twice)
    y = sum((a[1] + b[1]) * cross for cross, a, b in crosses) / (3 * twice)
    return abs(twice), (x, y)


def main(words: Sequence[str]) -> None:
    """Write the table from the TopoJSON file named first."""
    found = middles(json.loads(Path(words[0]).read_text(encoding="utf-8")))
    with Path(__file__).with_name("tables").joinpath(TABLE).open("w", encoding="utf-8", newline="") as file:
        rows = csv.writer(file, lineterminator="\n")
        rows.writerow(["fips", "name", "state", "latitude", "longitude"])
        rows.writerows([each.fips, each.name, each.state, each.latitude, each.longitude] for each in found)


if __name__ == "__main__":
    main(sys.argv[1:])
