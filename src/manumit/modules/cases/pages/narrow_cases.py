"""Narrow a list of cases by what stands in it: each value with its count, as a link to the narrower list."""

from collections.abc import Callable, Mapping
from typing import Any

from django.http import HttpRequest, HttpResponse, QueryDict
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from manumit.spine.access.middleware import asking
from manumit.spine.access.routes import signed_in
from manumit.spine.ui import render

from .. import filters, questions
from ..models import Case
from .naming import state_names

TITLES: Mapping[str, Any] = {
    "state": gettext_lazy("State"),
    "case_type": gettext_lazy("Type"),
    "outcome": gettext_lazy("Outcome"),
    "last_seen_state": gettext_lazy("Last seen in"),
    "tribal_land": gettext_lazy("On Tribal land"),
    "missing_category": gettext_lazy("Category of a missing person"),
    "acute": gettext_lazy("Acute"),
}
FILTER_OF = {"case_type": "type", "last_seen_state": "place", "tribal_land": "land", "missing_category": "category"}


@signed_in("Each person's counts are of the cases their agency may see")
def narrow_cases(request: HttpRequest) -> HttpResponse:
    """Show the counts for the filters in the address."""
    narrowing = filters.parse(request.GET)
    found = questions.facets_of(asking(request), narrowing)
    facets = [_facet(request.GET, name, counts) for name, counts in found.counts.items() if counts]
    back = f"{reverse('cases:list')}?{request.GET.urlencode()}"
    return render(request, "cases/narrow.html", {"facets": facets, "found": found, "back": back})


def _facet(query: QueryDict, name: str, counts: Mapping[str, int]) -> dict[str, Any]:
    label = _labels(name)
    values = sorted(counts.items(), key=lambda pair: (-pair[1], pair[0]))
    lines = [{"label": label(value), "count": count, "href": _href(query, name, value)} for value, count in values]
    return {"title": TITLES[name], "lines": lines, "id": name}


def _labels(name: str) -> Callable[[str], str]:
    if name == "last_seen_state":
        return lambda value: str(state_names().get(value, value))
    if name == "acute":
        return lambda value: _("yes") if value == "true" else _("no")
    choices = dict(Case._meta.get_field(name).flatchoices)  # type: ignore[union-attr]
    return lambda value: str(choices.get(value, value)) or _("Not recorded")


def _href(query: QueryDict, name: str, value: str) -> str:
    """Return the list narrowed to `value`; nothing where no filter says so, as for a value not recorded."""
    filter_name = FILTER_OF.get(name, name)
    value = "yes" if (name, value) == ("acute", "true") else value
    if filter_name not in filters.FILTERS or value in {"", "false"}:
        return ""
    narrower = query.copy()
    narrower.pop("after", None)
    narrower.setlist(filter_name, [value])
    return f"{reverse('cases:list')}?{narrower.urlencode()}"
