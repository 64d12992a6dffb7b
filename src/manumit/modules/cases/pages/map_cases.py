"""The map of cases, and the same counted in a table."""

from collections.abc import Mapping
from typing import Any

from django.http import HttpRequest, HttpResponse, JsonResponse, QueryDict
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from manumit.spine.access.middleware import asking
from manumit.spine.access.routes import signed_in
from manumit.spine.ui import render

from .. import filters, mapping, questions
from .list_cases import chips
from .naming import state_names

EVERYWHERE = "-180,-90,180,90"
FIRST_YEAR = 1950
VIEWS = (("lower48", _("Lower 48 states")), ("alaska", _("Alaska")), ("hawaii", _("Hawaii")))
WHY = "Each person's map is of the cases whose place their agency may read"


@signed_in(WHY)
def map_cases(request: HttpRequest) -> HttpResponse:
    """Show the map for the filters in the address, and the cases of the list counted by state."""
    actor, narrowing = asking(request), filters.parse(_days(request.GET))
    found = questions.facets_of(actor, narrowing)
    context = {
        "narrowing": narrowing,
        "chips": chips(request.GET, narrowing, questions.agency_names(), "cases:map"),
        "views": VIEWS,
        "states": _states(request.GET, found.counts["last_seen_state"]),
        "found": found,
        "years": _slider(request.GET),
        "kept": [(name, value) for name, values in request.GET.lists() if name not in YEARS for value in values],
        "points": f"{reverse('cases:points')}?{request.GET.urlencode()}",
        "back": f"{reverse('cases:list')}?{_days(request.GET).urlencode()}",
    }
    return render(request, "cases/map.html", context)


@signed_in(WHY)
def points(request: HttpRequest) -> HttpResponse:
    """Return the spots of the part of the map in `box` (everywhere if not given), as JSON."""
    try:
        box = mapping.Box.parse(request.GET.get("box", EVERYWHERE))
    except mapping.BadBox as bad:
        return JsonResponse({"error": str(bad)}, status=400)
    narrowing = filters.parse(_days(request.GET))
    found = mapping.spots(asking(request), narrowing, box)
    return JsonResponse(
        {
            "spots": [[each.latitude, each.longitude, each.count, each.number] for each in found.spots],
            "cases": found.cases,
            "capped": found.capped,
        }
    )


YEARS = ("first", "last")


def _slider(query: QueryDict) -> Mapping[str, int]:
    """Return the ends of the slider and where its two hands stand."""
    first, last = FIRST_YEAR, timezone.now().year
    return {"first": first, "last": last, "begin": first, "end": last, **_years(query)}


def _years(query: QueryDict) -> Mapping[str, int]:
    """Return the years of the slider as far as the address has them: `begin` and `end`."""
    given = {name: query.get(name, "") for name in YEARS}
    named = {"first": "begin", "last": "end"}
    return {named[name]: int(text) for name, text in given.items() if text.isascii() and text.isdecimal()}


def _days(query: QueryDict) -> QueryDict:
    """Return the address with the years of the slider as the days that the filters know."""
    days = query.copy()
    years = _years(query)
    for name in (*YEARS, "box"):
        days.pop(name, None)
    if FIRST_YEAR < years.get("begin", 0) <= timezone.now().year:
        days.setlist("from", [f"{years['begin']}-01-01"])
    if FIRST_YEAR <= years.get("end", 9999) < timezone.now().year:
        days.setlist("to", [f"{years['end']}-12-31"])
    return days


def _states(query: QueryDict, counts: Mapping[str, int]) -> list[dict[str, Any]]:
    names = state_names()
    ordered = sorted(counts.items(), key=lambda pair: (-pair[1], pair[0]))
    return [{"name": names.get(code, code), "count": count, "href": _list(query, code)} for code, count in ordered]


def _list(query: QueryDict, state: str) -> str:
    narrower = _days(query)
    narrower.setlist("place", [state])
    return f"{reverse('cases:list')}?{narrower.urlencode()}"
