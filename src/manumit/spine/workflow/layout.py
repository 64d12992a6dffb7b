"""Where the boxes and arrows of a procedure's diagram go: states in one row, ways forward above it, ways back below."""

from dataclasses import dataclass

from .procedure import Procedure

BOX_WIDTH, BOX_HEIGHT, GAP, MARGIN = 130, 44, 60, 20
RISE_FIRST, RISE_EACH = 30, 42
LABEL_HEIGHT, LABEL_WIDTH_EACH = 20, 20
LINE_HEIGHT = 20


@dataclass(frozen=True, slots=True)
class Box:
    """A state: its upper left corner, in pixels."""

    name: str
    x: int
    y: int


@dataclass(frozen=True, slots=True)
class Arrow:
    """The transitions between two states as one arc, labelled at its middle with their numbers in the table."""

    numbers: tuple[int, ...]
    start: tuple[int, int]
    bend: tuple[int, int]
    end: tuple[int, int]
    label: tuple[int, int]


@dataclass(frozen=True, slots=True)
class Layout:
    """The whole drawing, in pixels; the first line of the legend stands at `legend_y`."""

    width: int
    height: int
    boxes: tuple[Box, ...]
    arrows: tuple[Arrow, ...]
    legend_y: int


def layout(procedure: Procedure) -> Layout:
    """Return the drawing of `procedure`; the same table always gives the same drawing."""
    ways = _ways(procedure)
    top = MARGIN + _depth(ways, forward=True)
    boxes = tuple(Box(state.name, _left(place), top) for place, state in enumerate(procedure.states))
    arrows = tuple(_arrow(way, numbers, top) for way, numbers in ways.items())
    legend_y = top + BOX_HEIGHT + _depth(ways, forward=False) + 2 * LINE_HEIGHT
    height = legend_y + LINE_HEIGHT * (len(procedure.transitions) - 1) + MARGIN
    return Layout(_left(len(boxes)) - GAP + MARGIN, height, boxes, arrows, legend_y)


Way = tuple[int, int]


def _left(place: int) -> int:
    return MARGIN + place * (BOX_WIDTH + GAP)


def _ways(procedure: Procedure) -> dict[Way, tuple[int, ...]]:
    """Return the numbers of the transitions, counted from 1, by the places of their two states."""
    places = {state.name: place for place, state in enumerate(procedure.states)}
    found: dict[Way, tuple[int, ...]] = {}
    for number, transition in enumerate(procedure.transitions, 1):
        for source in transition.sources:
            way = (places[source], places[transition.target])
            found[way] = (*found.get(way, ()), number)
    return found


def _depth(ways: dict[Way, tuple[int, ...]], *, forward: bool) -> int:
    """Return how much room the arcs on one side need, labels included."""
    rises = [_rise(way) + LABEL_HEIGHT // 2 for way in ways if _is_forward(way) == forward]
    return max(rises, default=0)


def _is_forward(way: Way) -> bool:
    return way[0] < way[1]


def _rise(way: Way) -> int:
    return RISE_FIRST + RISE_EACH * (abs(way[1] - way[0]) - 1)


def _arrow(way: Way, numbers: tuple[int, ...], top: int) -> Arrow:
    side, edge = (-1, top) if _is_forward(way) else (1, top + BOX_HEIGHT)
    start, end = _door(way[0], way[1]), _door(way[1], way[0])
    middle, height = (start + end) // 2, side * _rise(way)
    # A quadratic curve reaches half the height of its bend.
    return Arrow(numbers, (start, edge), (middle, edge + 2 * height), (end, edge), (middle, edge + height))


def _door(here: int, there: int) -> int:
    """Return where on the box an arc leaves for another: nearer states by doors nearer to them."""
    centre = _left(here) + BOX_WIDTH // 2
    shift = BOX_WIDTH // 3 - 14 * (abs(there - here) - 1) if there != here else BOX_WIDTH // 4
    return centre + shift if there > here else centre - shift
