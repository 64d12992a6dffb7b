"""The list of cases, newest first; the best answers first once words or names leave few."""

from typing import Any
from urllib.parse import urlencode

from django.http import HttpRequest, HttpResponse, QueryDict
from django.urls import reverse

from manumit.spine.access import BadKey
from manumit.spine.access.middleware import asking
from manumit.spine.access.pages import Count, Page
from manumit.spine.access.routes import signed_in
from manumit.spine.identity.actor import Actor
from manumit.spine.ui import render

from .. import filters, questions, ranking
from ..models import Case
from . import list_filters, list_lines

ORDER, NEWEST = "order", "newest"
EXPORTING = frozenset({"supervisor", "analyst"})
"""Roles to whom the way to an export is shown; whether a case may leave, its policy says."""


@signed_in("Each person sees the cases their agency may see; the list itself says nothing")
def list_cases(request: HttpRequest) -> HttpResponse:
    """Show a page of cases, narrowed by the filters in the address."""
    actor = asking(request)
    narrowing = filters.parse(request.GET)
    names = questions.agency_names()
    count = None if "after" in request.GET else questions.count_cases(actor, narrowing)
    try:
        ranked = _ranked(request.GET, narrowing, count, actor)
        page = ranked or questions.list_cases(actor, narrowing, after=request.GET.get("after"))
    except BadKey:
        return _from_the_start(request)
    context = {
        "shown": len(page.rows),
        "lines": list_lines.lines(page.rows, names),
        "narrowing": narrowing,
        "chips": chips(request.GET, narrowing, names),
        "gaps": list(dict.fromkeys(map(str, narrowing.gaps()))),
        "filters": list_filters.form(narrowing, names),
        "count": count,
        "ordering": _ordering(request.GET, narrowing, ranked=bool(ranked)),
        "following": _address(request.GET, after=page.next_key) if page.next_key else "",
        "map": f"{reverse('cases:map')}?{request.GET.urlencode()}",
        "keep": f"{reverse('save_search', args=['case'])}?{request.GET.urlencode()}",
        "narrow": f"{reverse('cases:narrow')}?{request.GET.urlencode()}" if page.rows else "",
        "first": _address(request.GET, after=None) if "after" in request.GET else "",
        "export": f"{reverse('cases:export')}?{request.GET.urlencode()}" if actor.roles & EXPORTING else "",
        "may_open": bool(actor.roles & {"investigator", "supervisor", "intake"}),
    }
    return render(request, "cases/list.html", context)


def _ranked(query: QueryDict, narrowing: filters.Narrowing, count: Count | None, actor: Actor) -> Page[Case] | None:
    """Return a page in order of how well cases answer, None for a list by age."""
    after = query.get("after", "")
    if query.get(ORDER) == NEWEST or not ranking.asked_for(narrowing):
        return None
    few = count is not None and not count.capped and count.value <= ranking.MOST
    return ranking.list_ranked(actor, narrowing, after=after) if few or after.startswith(ranking.MARK) else None


def _ordering(query: QueryDict, narrowing: filters.Narrowing, *, ranked: bool) -> dict[str, object]:
    """Return how the list stands in order, and the address of the other order where there is one."""
    if not ranking.asked_for(narrowing):
        return {}
    newest = query.get(ORDER) == NEWEST
    other = _address(query, after=None, order="" if newest else NEWEST) if ranked or newest else ""
    return {"ranked": ranked, "newest": newest, "other": other, "most": ranking.MOST}


def _from_the_start(request: HttpRequest) -> HttpResponse:
    return HttpResponse(status=302, headers={"Location": _address(request.GET, after=None)})


def _address(query: QueryDict, *, after: str | None, page: str = "cases:list", order: str | None = None) -> str:
    """Return the address of the list, continued `after` a page; in another `order` where one is given."""
    set_anew = {"after": after or "", **({} if order is None else {ORDER: order})}
    pairs = [(name, value) for name, values in query.lists() if name not in set_anew for value in values]
    return f"{reverse(page)}?{urlencode([*pairs, *((name, value) for name, value in set_anew.items() if value)])}"


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
