"""The chart of a record's links: drawn on the server, the same as a table, walked without a script."""

from collections.abc import Iterator
from datetime import date
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _

from manumit.spine.access.middleware import asking
from manumit.spine.access.routes import guarded_of_any_kind
from manumit.spine.identity.actor import Actor
from manumit.spine.records import Record
from manumit.spine.ui import faces, render
from manumit.spine.workflow.models import RecordLink

from ..charting import HEIGHT, LONGEST, WIDTH, Around, Chart, Edge, Place, grown, path
from ..choices import Profile, State
from ..questions import all_joins_of, candidates_of
from ..words import bits


@guarded_of_any_kind("read_summary")
def show_chart(request: HttpRequest, record: Record) -> HttpResponse:
    """Show what joins a record, one hop and those asked for; a path to another; between two years."""
    around, center = _around(asking(request), *_years(request)), (record.kind, record.number)
    opened = [_place(text) for text in request.GET.getlist("open")][:25]
    to = request.GET.get("to", "").strip()
    walked = path(around, center, _place(to)) if to else []
    chart = grown(around, center, opened)
    if walked:
        chart = grown(lambda place: [edge for edge in walked if place in {edge.one, edge.other}], center,
                      [end for edge in walked for end in (edge.one, edge.other)])  # fmt: skip
    context = {
        **_drawn(request, chart, center), "record": record, "name": faces.name_of(*center),
        "address": faces.address_of(*center), "asked": request.GET, "to": to, "lost": bool(to) and not walked,
        "longest": LONGEST, "width": WIDTH, "height": HEIGHT,
    }  # fmt: skip
    return render(request, "links/chart.html", context)


def _around(actor: Actor, first: int, last: int) -> Around:
    def edges(place: Place) -> Iterator[Edge]:
        for edge in (*_linked(actor, place), *_held(actor, place), *_likely(actor, place)):
            if first <= edge.on.year <= last:
                yield edge

    return edges


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


def _ends(row: Any, place: Place) -> tuple[Place, Place]:
    ends = ((row.record_kind, row.record_number), (row.other_kind, row.other_number))
    return ends if ends[0] == place else ends[::-1]


def _drawn(request: HttpRequest, chart: Chart, center: Place) -> dict[str, Any]:
    nodes = [
        {"x": x, "y": y, "name": faces.name_of(*place), "address": faces.address_of(*place),
         "center": place == center, "open": _opening(request, place), "more": chart.left_out.get(place, 0)}
        for place, (x, y) in chart.points.items()
    ]  # fmt: skip
    lines = [
        {"edge": edge, "one": faces.name_of(*edge.one), "other": faces.name_of(*edge.other),
         "ends": (*chart.points[edge.one], *chart.points[edge.other])}
        for edge in chart.edges if edge.one in chart.points and edge.other in chart.points
    ]  # fmt: skip
    return {"nodes": nodes, "lines": lines}


def _opening(request: HttpRequest, place: Place) -> str:
    kept = request.GET.copy()
    kept.appendlist("open", f"{place[0]}:{place[1]}")
    return kept.urlencode()


def _place(text: str) -> Place:
    kind, _sign, number = text.strip().rpartition(":")
    return kind or "case", number


def _years(request: HttpRequest) -> tuple[int, int]:
    ends = [request.GET.get(name, "") for name in ("first", "last")]
    first, last = (int(text) if text.isdecimal() and len(text) == 4 else None for text in ends)
    return first or date.min.year, last or date.max.year
