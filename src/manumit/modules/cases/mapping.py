"""Where cases lie: the places of those a person may see, added up in the cells of a grid."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from django.db import connection

from manumit.spine.access import naming
from manumit.spine.access.hits import Hits
from manumit.spine.access.unions import Trial, Within
from manumit.spine.identity.actor import Actor

from .models import Case

if TYPE_CHECKING:
    from .filters import Narrowing

MOST_CASES = 3_000
"""Cases on one map: the newest; the map says where there are more."""
CELLS_ACROSS = 14
SAMPLED_PAGES = 12
"""Pages of positions that are asked how many lie in a box: some 1,400 positions."""
_INSIDE = "{0}.latitude BETWEEN %s AND %s AND {0}.longitude BETWEEN %s AND %s"


class BadBox(ValueError):
    """A part of the map that there is not; the text says what is expected."""


@dataclass(frozen=True)
class Box:
    """A part of the map in degrees of WGS 84; it does not cross the 180th meridian."""

    west: float
    south: float
    east: float
    north: float

    @classmethod
    def parse(cls, text: str) -> "Box":
        """Read `west,south,east,north`. Raises BadBox."""
        try:
            west, south, east, north = (float(part) for part in text.split(","))
        except ValueError:
            raise BadBox("Give west,south,east,north in degrees.") from None
        if not (-180 <= west < east <= 180 and -90 <= south < north <= 90):
            raise BadBox("Give west,south,east,north in degrees, west below east and south below north.")
        return cls(west, south, east, north)

    @property
    def values(self) -> list[Any]:
        """The box as the SQL of this file takes it."""
        return [self.south, self.north, self.west, self.east]


@dataclass(frozen=True)
class Spot:
    """One cell's cases: how many, the middle of their places, and the case itself where it is one alone."""

    latitude: float
    longitude: float
    count: int
    number: str = ""


@dataclass(frozen=True)
class Spots:
    """The spots of a part of the map, and of how many cases; `capped` where there are more than that."""

    spots: Sequence[Spot]
    cases: int
    capped: bool


def spots(actor: Actor, narrowing: "Narrowing", box: Box) -> Spots:
    """Return the cases in `box` whose place `actor` may read, the newest three thousand of them, by cells of a grid."""
    words = narrowing.within(actor)
    within = Within((_in_box(box), *(words.trials if words else ())))
    keys = Case.objects.first_keys(
        actor, MOST_CASES + 1, filters=narrowing.where(actor), within=within, also=("read_place",)
    )
    if keys is None:
        return Spots((), 0, capped=False)
    found = [Spot(*row) for row in _added_up(keys, box)]
    cases = sum(spot.count for spot in found)
    return Spots(found, min(cases, MOST_CASES), capped=cases > MOST_CASES)


def _added_up(keys: tuple[str, list[object]], box: Box) -> list[tuple[Any, ...]]:
    text, values = keys
    bound: list[Any] = [*values, *box.values]
    cell = max((box.east - box.west) / CELLS_ACROSS, 1e-6)
    statement = f"""
        WITH chosen AS MATERIALIZED ({text})
        SELECT round(avg(latitude)::numeric, 4)::float, round(avg(longitude)::numeric, 4)::float, count(*)::int,
            CASE WHEN count(*) = 1 THEN (SELECT number FROM cases_case WHERE id = min(p.case_id)) ELSE '' END
        FROM chosen c JOIN cases_caseposition p ON p.case_id = c.scoped_key WHERE {_INSIDE.format("p")}
        GROUP BY floor(latitude / %s), floor(longitude / %s) ORDER BY count(*) DESC
    """
    with connection.cursor() as cursor:
        cursor.execute(statement, [*bound, cell, cell])
        return list(cursor.fetchall())


def _in_box(box: Box) -> Trial:
    """Return the test that a case lies in the box, with the index that finds just those."""
    record, inside = naming.column(Case, "pk"), _INSIDE.format("p")
    test = f"coalesce((SELECT TRUE FROM cases_caseposition p WHERE p.case_id = {record} AND {inside}), FALSE)"
    looked_up = f"SELECT p.case_id AS id, p.opened_at FROM cases_caseposition p WHERE {inside}", box.values
    hits = Hits(looked_up, "cases_caseposition", "case_id", (_INSIDE.format("d"), box.values), SAMPLED_PAGES)
    return Trial((test, box.values), hits, exact=True)
