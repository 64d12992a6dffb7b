"""What joins records, for a viewer: links people made, joins, candidates, ties of suspects, and things they share."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.utils.translation import gettext as _

from manumit.spine.access import kinds
from manumit.spine.identity.actor import Actor
from manumit.spine.matching.ties import Ties
from manumit.spine.records import registry
from manumit.spine.workflow.models import RecordLink

from . import shared
from .charting import Around, Chart, Edge, Place, grown, path
from .choices import Profile, State
from .questions import all_joins_of, candidates_of
from .words import bits

CARRIED = 200
"""The most records that are read for a thing which many share; beyond it is said that there are more."""
OPENED = 25
"""The most records of one chart whose edges are shown besides those of the center."""


@dataclass(frozen=True, slots=True)
class Asked:
    """What of a chart is wanted: which further places are opened, a path to where, between which two days."""

    opened: tuple[Place, ...] = ()
    to: str = ""
    first: date = date.min
    last: date = date.max

    @classmethod
    def of(cls, given: Mapping[str, Any], opened: Iterable[str] = ()) -> "Asked":
        """Read the words of an address; days are 2026-05-01 or a year, and what cannot be read narrows nothing."""
        places = tuple(place_of(text) for text in list(opened)[:OPENED])
        first, last = (_day(str(given.get(name, "")), name) for name in ("first", "last"))
        return cls(places, str(given.get("to", "")).strip(), first, last)


def charted(actor: Actor, center: Place, asked: Asked) -> Chart:
    """Return the chart of a record for an actor: one hop and what was opened, or the shortest path where one is asked.

    Where there is no such path, the chart is as if none had been asked for.
    """
    around = around_for(actor, asked.first, asked.last)
    walked = path(around, center, place_of(asked.to)) if asked.to else []
    if not walked:
        return grown(around, center, asked.opened)
    ends = [end for edge in walked for end in (edge.one, edge.other)]
    return grown(lambda place: [edge for edge in walked if place in {edge.one, edge.other}], center, ends)


def around_for(actor: Actor, first: date, last: date) -> Around:
    """Return what gives the edges of a place that the actor may see, of days between two; each place read once."""
    known: dict[Place, list[Edge]] = {}

    def edges(place: Place) -> list[Edge]:
        if place not in known:
            known[place] = [edge for edge in _edges(actor, place) if first <= edge.on <= last]
        return known[place]

    return edges


def place_of(text: str) -> Place:
    """Read `kind:number`, where kind may be a sort of thing; a number alone is that of a case."""
    kind, sign, number = text.strip().replace("\x00", "").partition(":")
    return (kind, number) if sign else ("case", kind)


def _edges(actor: Actor, place: Place) -> Iterator[Edge]:
    if place[0] in shared.SORTS:
        yield from _having(place, shared.records_with(actor, place, CARRIED))
        return
    yield from _linked(actor, place)
    yield from _held(actor, place)
    yield from _likely(actor, place)
    yield from _tied(actor, place)
    yield from _having(place, shared.things_of(actor, *place))


def _linked(actor: Actor, place: Place) -> Iterator[Edge]:
    rows = RecordLink.objects.visible_to(actor).filter(ended_at=None)
    for one, other in (("record", "other"), ("other", "record")):
        for row in rows.filter(**{f"{one}_kind": place[0], f"{one}_number": place[1]}):
            there = (getattr(row, f"{other}_kind"), getattr(row, f"{other}_number"))
            title = row.get_link_type_display()
            yield Edge(place, there, title, row.source, row.basis, row.made_at.date(), _("your agency"))


def _held(actor: Actor, place: Place) -> Iterator[Edge]:
    for row in all_joins_of(actor, *place):
        title, seen = _("Held to be one"), _("your agency")
        yield Edge(*_ends(row, place), title, str(row.made_by), row.because, row.made_at.date(), seen)


def _likely(actor: Actor, place: Place) -> Iterator[Edge]:
    for row in candidates_of(actor, *place):
        graded = f"{bits(row.weight)}, {State(row.state).label}"
        title, seen = str(Profile(row.profile).label), _("both owners, who may read both")
        yield Edge(*_ends(row, place), title, _("Matching"), graded, row.raised_at.date(), seen)


def _tied(actor: Actor, place: Place) -> Iterator[Edge]:
    for offer in registry.providers(Ties):
        for tie in offer.read(actor, *place):
            one, other = (tie.one, tie.other) if tie.one == place else (tie.other, tie.one)
            if _is_visible(actor, other):
                yield Edge(one, other, str(tie.title), tie.source, tie.grading, tie.on, str(offer.seen_by))


def _having(place: Place, rows: Iterable[shared.Having]) -> Iterator[Edge]:
    for row in rows:
        ends = (row.record, row.thing) if row.record == place else (row.thing, row.record)
        title, seen = str(shared.SORTS[row.thing[0]].title), _("whoever may read the record whole")
        yield Edge(*ends, title, row.owner, _("as recorded"), row.on, seen)


def _is_visible(actor: Actor, place: Place) -> bool:
    model: Any = kinds.get(place[0]).model_class
    return bool(model.objects.visible_to(actor).filter(number=place[1]).exists())


def _ends(row: Any, place: Place) -> tuple[Place, Place]:
    ends = ((row.record_kind, row.record_number), (row.other_kind, row.other_number))
    return ends if ends[0] == place else ends[::-1]


def _day(text: str, end: str) -> date:
    try:
        return date.fromisoformat(f"{text}-{'01-01' if end == 'first' else '12-31'}" if len(text) == 4 else text)
    except ValueError:
        return date.min if end == "first" else date.max
