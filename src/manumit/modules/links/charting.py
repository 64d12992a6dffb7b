"""Charts of links: what joins records, hop by hop, laid out in rings. Every edge says who says so and since when."""

import math
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

Place = tuple[str, str]
"""A record by kind and number."""
HUB = 20
"""The most edges of one record that are drawn: the newest; how many more there are is said."""
LONGEST = 4
"""Hops of a path that is looked for: a thing that two records share is a hop from each."""
LOOKED = 150
"""The most places whose edges are read for one path, nearest first."""
WIDTH, HEIGHT = 720, 480


@dataclass(frozen=True, slots=True)
class Edge:
    """That two records are joined: what as, who says so, how sure, on which day, and who may see it."""

    one: Place
    other: Place
    title: str
    source: str
    grading: str
    on: date
    seen_by: str

    def away_from(self, place: Place) -> Place:
        """Return the other end."""
        return self.other if place == self.one else self.one


@dataclass(frozen=True, slots=True)
class Chart:
    """Records with their points in the drawing, the edges between them, and how many edges each hub has left out."""

    points: Mapping[Place, tuple[int, int]]
    edges: Sequence[Edge]
    left_out: Mapping[Place, int]


Around = Callable[[Place], Iterable[Edge]]


def grown(around: Around, center: Place, expanded: Iterable[Place] = ()) -> Chart:
    """Return the chart of `center` and its edges, and those of each record in `expanded` that is reached."""
    rings, edges, left_out = {center: 0}, dict[Edge, None](), dict[Place, int]()
    for place in (center, *expanded):
        if place not in rings:
            continue
        kept, more = capped(around(place))
        left_out |= {place: more} if more else {}
        for edge in kept:
            edges[edge] = None
            rings.setdefault(edge.away_from(place), rings[place] + 1)
    return Chart(_points(rings), list(edges), left_out)


def path(around: Around, start: Place, goal: Place) -> list[Edge]:
    """Return the edges of a shortest path, at most `LONGEST`; empty where there is none. Hubs are walked to the cap.

    It is looked for from both ends, so that far fewer places are read.
    """
    if start == goal:
        return []
    ways: list[dict[Place, Edge | None]] = [{start: None}, {goal: None}]
    rings = [[start], [goal]]
    looked = 0
    for _ in range(LONGEST):
        side = 0 if len(rings[0]) <= len(rings[1]) else 1
        some = rings[side][: LOOKED - looked]
        looked += len(some)
        rings[side] = [there for place in some for there in _stepped(around, place, ways[side])]
        if met := [place for place in rings[side] if place in ways[1 - side]]:
            return [*_walked(ways[0], start, met[0]), *_walked(ways[1], goal, met[0])[::-1]]
    return []


def capped(edges: Iterable[Edge]) -> tuple[list[Edge], int]:
    """Return the newest edges up to the cap, and how many more there are."""
    ranked = sorted(edges, key=lambda each: (each.on, each.one, each.other), reverse=True)
    return ranked[:HUB], max(len(ranked) - HUB, 0)


def _stepped(around: Around, place: Place, came: dict[Place, Edge | None]) -> list[Place]:
    new = []
    for edge in capped(around(place))[0]:
        there = edge.away_from(place)
        if there not in came:
            came[there] = edge
            new.append(there)
    return new


def _walked(came: Mapping[Place, Edge | None], start: Place, goal: Place) -> list[Edge]:
    walked, place = list[Edge](), goal
    while place != start and (edge := came[place]) is not None:
        walked.append(edge)
        place = edge.away_from(place)
    return walked[::-1]


def _points(rings: Mapping[Place, int]) -> dict[Place, tuple[int, int]]:
    """Return a point for each record: the center in the middle, each hop a ring around it."""
    most = max(rings.values(), default=0) or 1
    points: dict[Place, tuple[int, int]] = {}
    for ring in sorted(set(rings.values())):
        places = [place for place, of in rings.items() if of == ring]
        for number, place in enumerate(places):
            angle = 2 * math.pi * number / len(places) - math.pi / 2
            wide, high = (WIDTH / 2 - 90) * ring / most, (HEIGHT / 2 - 40) * ring / most
            points[place] = round(WIDTH / 2 + wide * math.cos(angle)), round(HEIGHT / 2 + high * math.sin(angle))
    return points
