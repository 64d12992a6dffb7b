"""The list of cases, newest first."""

from typing import Any
from urllib.parse import urlencode

from django.http import HttpRequest, HttpResponse, QueryDict
from django.urls import reverse

from manumit.spine.access import BadKey
from manumit.spine.access.middleware import asking
from manumit.spine.access.routes import signed_in
from manumit.spine.ui import render

from .. import filters, questions
from . import list_filters, list_lines

EXPORTING = frozenset({"supervisor", "analyst"})
"""Roles to whom the way to an export is shown; whether a case may leave, its policy says."""


@signed_in("Each person sees the cases their agency may see; the list itself says nothing")
def list_cases(request: HttpRequest) -> HttpResponse:
    """Show a page of cases, narrowed by the filters in the address."""
    actor = asking(request)
    narrowing = filters.parse(request.GET)
    names = questions.agency_names()
    try:
        page = questions.list_cases(actor, narrowing, after=request.GET.get("after"))
    except BadKey:
        return _from_the_start(request)
    count = None if "after" in request.GET else questions.count_cases(actor, narrowing)
    context = {
        "shown": len(page.rows),
        "lines": list_lines.lines(page.rows, names),
        "narrowing": narrowing,
        "chips": chips(request.GET, narrowing, names),
        "gaps": list(dict.fromkeys(map(str, narrowing.gaps()))),
        "filters": list_filters.form(narrowing, names),
        "count": count,
        "following": _address(request.GET, after=page.next_key) if page.next_key else "",
        "map": f"{reverse('cases:map')}?{request.GET.urlencode()}",
        "keep": f"{reverse('save_search', args=['case'])}?{request.GET.urlencode()}",
        "narrow": f"{reverse('cases:narrow')}?{request.GET.urlencode()}" if page.rows else "",
        "first": _address(request.GET, after=None) if "after" in request.GET else "",
        "export": f"{reverse('cases:export')}?{request.GET.urlencode()}" if actor.roles & EXPORTING else "",
        "may_open": bool(actor.roles & {"investigator", "supervisor", "intake"}),
    }
    return render(request, "cases/list.html", context)


def _from_the_start(request: HttpRequest) -> HttpResponse:
    return HttpResponse(status=302, headers={"Location": _address(request.GET, after=None)})


def _address(query: QueryDict, *, after: str | None, page: str = "cases:list") -> str:
    pairs = [(name, value) for name, values in query.lists() if name != "after" for value in values]
    return f"{reverse(page)}?{urlencode([*pairs, *([('after', after)] if after else [])])}"


def chips(query: QueryDict, narrowing: filters.Narrowing, names: Any, page: str = "cases:list") -> list[dict[str, str]]:
    """Return the filters in use, each with the address of `page` without it."""
    return [
        {
            "name": str(filters.FILTERS[name].label),
            "value": names.get(value, "?") if name == "owner" else str(filters.FILTERS[name].show(value)),
            "href": _without(query, name, text, page),
        }
        for name, values in narrowing.values.items()
        for value, text in zip(values, narrowing.texts[name], strict=True)
    ]


def _without(query: QueryDict, name: str, text: str, page: str) -> str:
    changed = query.copy()
    changed.setlist(name, [each for each in query.getlist(name) if each.strip() != text])
    return _address(changed, after=None, page=page)
