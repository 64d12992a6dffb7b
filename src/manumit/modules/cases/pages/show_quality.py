"""What the cases of an agency lack: counts that lead to the lists of just those cases."""

from typing import Any

from django.http import HttpRequest, HttpResponse, QueryDict
from django.urls import reverse
from django.utils.translation import gettext as _

from manumit.spine.access.middleware import asking
from manumit.spine.access.routes import signed_in
from manumit.spine.identity.actor import Actor
from manumit.spine.ui import render

from .. import filters, questions
from ..quality import LACKS, Lack

LONGEST_ID = 18


@signed_in("Each person is told of the cases their agency may see; what they may not read is not counted")
def show_quality(request: HttpRequest) -> HttpResponse:
    """Show what is missing or does not fit in the cases of an agency; the asker's own where none is named."""
    actor, names = asking(request), questions.agency_names()
    owner = _owner(request.GET.get("owner", ""), names) or actor.agency_id
    everything = _asked(owner)
    context = {
        "owner": owner,
        "agency": names.get(owner, ""),
        "agencies": names.items(),
        "total": _many(actor, everything),
        "every": _address(everything),
        "lines": [_line(actor, owner, lack) for lack in LACKS.values()],
    }
    return render(request, "cases/quality.html", context)


def _owner(text: str, names: Any) -> int | None:
    readable = text.isascii() and text.isdecimal() and len(text) <= LONGEST_ID
    return int(text) if readable and int(text) in names else None


def _line(actor: Actor, owner: int, lack: Lack) -> dict[str, Any]:
    query = _asked(owner, lack.name)
    return {"title": lack.title, "about": lack.about, "count": _many(actor, query), "href": _address(query)}


def _asked(owner: int, *lacks: str) -> QueryDict:
    query = QueryDict(mutable=True)
    query.setlist("lack", list(lacks))
    query["owner"] = str(owner)
    return query


def _many(actor: Actor, query: QueryDict) -> str:
    count = questions.count_cases(actor, filters.parse(query))
    return _("more than %(count)s") % {"count": count.value} if count.capped else str(count.value)


def _address(query: QueryDict) -> str:
    return f"{reverse('cases:list')}?{query.urlencode()}"
