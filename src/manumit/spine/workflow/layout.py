"""Where the boxes and arrows of a procedure's diagram go: states in one row, ways forward above it, ways back below."""

from collections.abc import Iterator
from dataclasses import dataclass

from .procedure import Procedure

BOX_WIDTH, BOX_HEIGHT, GAP, MARGIN = 130, 44, 60, 20
RISE_FIRST, RISE_EACH = 34, 26
LINE_HEIGHT = 16


@dataclass(frozen=True, slots=True)
class Box:
    """A state: its upper left corner, in pixels."""

    name: str
    x: int
    y: int


@dataclass(frozen=True, slots=True)
class Arrow:
    """The transitions between two states, as one arc whose label stands at `label_x`, `label_y`."""

    names: tuple[str, ...]
    start: tuple[int, int]
    bend: tuple[int, int]
    end: tuple[int, int]
    label_x: int
    label_y: int


@dataclass(frozen=True, slots=True)
class Layout:
    """The whole drawing, in pixels."""

    width: int
    height: int
    boxes: tuple[Box, ...]
    arrows: tuple[Arrow, ...]


def layout(procedure: Procedure) -> Layout:
    """Return the drawing of `procedure`; the same table always gives the same drawing."""
    ways = _ways(procedure)
    above = _depth(ways, forward=True)
    top = MARGIN + above
    boxes = tuple(
        Box(state.name, MARGIN + place * (BOX_WIDTH + GAP), top) for place, state in enumerate(procedure.states)
    )
    arrows = tuple(_arrow(way, names, top) for way, names in ways.items())
    width = 2 * MARGIN + len(boxes) * BOX_WIDTH + (len(boxes) - 1) * GAP
    return Layout(width, top + BOX_HEIGHT + _depth(ways, forward=False) + MARGIN, boxes, arrows)


Way = tuple[int, int]


def _ways(procedure: Procedure) -> dict[Way, tuple[str, ...]]:
    """Return the transitions by the places of their two states."""
    places = {state.name: place for place, state in enumerate(procedure.states)}
    found: dict[Way, tuple[str, ...]] = {}
    for transition in procedure.transitions:
        for source in transition.sources:
            way = (places[source], places[transition.target])
            found[way] = (*found.get(way, ()), transition.name)
    return found


def _depth(ways: dict[Way, tuple[str, ...]], *, forward: bool) -> int:
    """Return how much room the arcs on one side need, labels included."""
    return max((_rise(way, names) for way, names in ways.items() if _is_forward(way) == forward), default=0)


def _is_forward(way: Way) -> bool:
    return way[0] < way[1]


def _rise(way: Way, names: tuple[str, ...]) -> int:
    return RISE_FIRST + RISE_EACH * (abs(way[1] - way[0]) - 1) + LINE_HEIGHT * len(names)


def _arrow(way: Way, names: tuple[str, ...], top: int) -> Arrow:
    side, edge = (-1, top) if _is_forward(way) else (1, top + BOX_HEIGHT)
    start, end = _door(way[0], way[1]), _door(way[1], way[0])
    rise = RISE_FIRST + RISE_EACH * (abs(way[1] - way[0]) - 1)
    middle = (start + end) // 2
    # A quadratic curve reaches half the height of its bend.
    label = edge - rise - LINE_HEIGHT * (len(names) - 1) - 4 if side < 0 else edge + rise + LINE_HEIGHT
    return Arrow(names, (start, edge), (middle, edge + side * 2 * rise), (end, edge), middle, label)


def _door(here: int, there: int) -> int:
    """Return where on the box an arc leaves for another: nearer states by doors nearer to them."""
    centre = MARGIN + here * (BOX_WIDTH + GAP) + BOX_WIDTH // 2
    shift = BOX_WIDTH // 3 - 6 * (abs(there - here) - 1) if there != here else BOX_WIDTH // 4
    return centre + shift if there > here else centre - shift


def labels(arrow: Arrow) -> Iterator[tuple[int, int, str]]:
    """Yield place and transition of each line of an arrow's label."""
    for line, name in enumerate(arrow.names):
        yield arrow.label_x, arrow.label_y + line * LINE_HEIGHT, name
