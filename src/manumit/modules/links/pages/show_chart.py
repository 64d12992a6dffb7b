"""The chart of a record's links: drawn on the server, the same as a table, walked without a script."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.utils import timezone

from manumit.spine.access.middleware import asking
from manumit.spine.access.routes import guarded_of_any_kind
from manumit.spine.records import Record
from manumit.spine.ui import faces, render

from .. import shared
from ..charting import HEIGHT, HUB, LONGEST, WIDTH, Chart, Place
from ..edges import CARRIED, Asked, charted, place_of

EARLIEST = 1970
"""Where the slider of years begins; older edges show while it is not moved."""


@guarded_of_any_kind("read_summary")
def show_chart(request: HttpRequest, record: Record) -> HttpResponse:
    """Show what joins a record, one hop and those asked for; a path to another; between two years."""
    center = (record.kind, record.number)
    asked = Asked.of(request.GET, request.GET.getlist("open"))
    chart = charted(asking(request), center, asked)
    context = {
        **_drawn(request, chart, center), "record": record, "name": faces.name_of(*center),
        "address": faces.address_of(*center), "asked": request.GET, "to": asked.to,
        "lost": bool(asked.to) and place_of(asked.to) not in chart.points, "longest": LONGEST, "width": WIDTH,
        "height": HEIGHT, "years": _years(asked), "opened": request.GET.getlist("open"),
    }  # fmt: skip
    return render(request, "links/chart.html", context)


def _years(asked: Asked) -> dict[str, int]:
    now = timezone.localdate().year
    first, last = (min(max(day.year, EARLIEST), now) for day in (asked.first, asked.last))
    return {"earliest": EARLIEST, "now": now, "first": first, "last": last}


def _drawn(request: HttpRequest, chart: Chart, center: Place) -> dict[str, Any]:
    left_out = chart.left_out
    nodes = [
        {"x": x, "y": y, **_named(place), "center": place == center, "open": _opening(request, place),
         "more": left_out.get(place, 0), "over": left_out.get(place, 0) >= CARRIED - HUB,
         "thing": place[0] in shared.SORTS}
        for place, (x, y) in chart.points.items()
    ]  # fmt: skip
    lines = [
        {"edge": edge, "one": _named(edge.one)["name"], "other": _named(edge.other)["name"],
         "ends": (*chart.points[edge.one], *chart.points[edge.other])}
        for edge in chart.edges if edge.one in chart.points and edge.other in chart.points
    ]  # fmt: skip
    return {"nodes": nodes, "lines": lines}


def _named(place: Place) -> dict[str, str]:
    if place[0] in shared.SORTS:
        return {"name": shared.named(place), "address": ""}
    return {"name": faces.name_of(*place), "address": faces.address_of(*place)}


def _opening(request: HttpRequest, place: Place) -> str:
    kept = request.GET.copy()
    kept.appendlist("open", f"{place[0]}:{place[1]}")
    return kept.urlencode()
