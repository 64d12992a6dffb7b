"""The list of cases, newest first."""

from dataclasses import dataclass
from typing import Any

from django.http import HttpRequest, HttpResponse, QueryDict
from django.urls import reverse
from django.utils.translation import gettext as _

from manumit.spine.access import BadKey
from manumit.spine.access.routes import signed_in
from manumit.spine.ui import render

from .. import filters, questions
from ..choices import CaseType, State
from ..models import Case
from . import words
from .refusing import asking


@dataclass(frozen=True)
class Line:
    """One case of the list, in words."""

    number: str
    href: str
    name: str
    type: str
    state: str
    tone: str
    acute: bool
    seen: str
    place: str
    owner: str
    opened_at: Any


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
    count = questions.count_cases(actor, narrowing)
    context = {
        "lines": [_line(case, names) for case in page.rows],
        "narrowing": narrowing,
        "chips": _chips(request.GET, narrowing, names),
        "gaps": list(dict.fromkeys(map(str, narrowing.gaps()))),
        "choices": _choices(narrowing, names),
        "count": count,
        "following": _address(request.GET, after=page.next_key) if page.next_key else "",
        "first": _address(request.GET, after=None) if "after" in request.GET else "",
        "may_open": bool(actor.roles & {"investigator", "supervisor", "intake"}),
    }
    return render(request, "cases/list.html", context)


def _from_the_start(request: HttpRequest) -> HttpResponse:
    return HttpResponse(status=302, headers={"Location": _address(request.GET, after=None)})


def _line(case: Case, names: Any) -> Line:
    may_name = bool(getattr(case, "can_read_people", False))
    return Line(
        number=case.number,
        href=f"/cases/{case.number}/",
        name=(case.subject_name or _("Not known")) if may_name else _("Not shown to you"),
        type=case.get_case_type_display(),
        state=case.get_state_display(),
        tone=words.tone(case),
        acute=case.acute,
        seen=words.last_seen(case),
        place=words.place(case),
        owner=names.get(case.owner_id, ""),
        opened_at=case.opened_at,
    )


def _address(query: QueryDict, *, after: str | None) -> str:
    changed = query.copy()
    changed.pop("after", None)
    if after:
        changed["after"] = after
    return f"{reverse('cases:list')}?{changed.urlencode()}"


def _chips(query: QueryDict, narrowing: filters.Narrowing, names: Any) -> list[dict[str, str]]:
    return [
        {
            "name": str(filters.FILTERS[name].label),
            "value": names.get(value, "?") if name == "owner" else str(filters.FILTERS[name].show(value)),
            "href": _without(query, name, text),
        }
        for name, values in narrowing.values.items()
        for value, text in zip(values, narrowing.texts[name], strict=True)
    ]


def _without(query: QueryDict, name: str, text: str) -> str:
    changed = query.copy()
    changed.setlist(name, [each for each in query.getlist(name) if each.strip() != text])
    return _address(changed, after=None)


def _choices(narrowing: filters.Narrowing, names: Any) -> dict[str, Any]:
    return {
        "state": _marked(State.choices, narrowing.texts.get("state", ())),
        "type": _marked(CaseType.choices, narrowing.texts.get("type", ())),
        "place": _marked(filters.STATE_NAMES.items(), narrowing.texts.get("place", ())),
        "owner": _marked(((str(key), name) for key, name in names.items()), narrowing.texts.get("owner", ())),
        "text": {name: (narrowing.texts.get(name) or ("",))[0] for name in ("number", "q", "county", "from", "to")},
    }


def _marked(choices: Any, chosen: tuple[str, ...]) -> list[tuple[str, Any, bool]]:
    return [(value, label, value in chosen) for value, label in choices]
