"""What waits at the person's agency, for the home page: counts that lead to lists of the same cases."""

from django.http import HttpRequest, QueryDict
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from manumit.spine.access.middleware import asking
from manumit.spine.identity.actor import Actor
from manumit.spine.ui.work import WorkItem, WorkPanel

from .. import filters, questions

WORKING = frozenset({"investigator", "supervisor", "intake", "analyst"})
UNENDED = ["intake", "active"]


def panel(request: HttpRequest) -> WorkPanel | None:
    """Return how many cases of the agency are acute, wait in intake, and are due for review."""
    actor = asking(request)
    if not actor.roles & WORKING:
        return None
    today = timezone.now().date().isoformat()
    items = (
        _item(actor, _("Acute"), _("A life may be in danger"), "bad", acute=["yes"], state=UNENDED),
        _item(actor, _("In intake"), _("Reported, and taken up by nobody yet"), "info", state=["intake"]),
        _item(actor, _("Due for review"), _("Suspended, and the day has come to look again"), "warn", review=[today]),
    )
    mine = _address(_asked(actor, {}))
    return WorkPanel(_("Cases of your agency"), (*items, *_unlisted(actor)), mine, _("All cases of your agency"))


def _item(actor: Actor, title: str, about: str, tone: str, **asked: list[str]) -> WorkItem:
    query = _asked(actor, asked)
    count = questions.count_cases(actor, filters.parse(query))
    return WorkItem(title, _address(query), about, _many(count.value, capped=count.capped), tone if count.value else "")


def _unlisted(actor: Actor) -> tuple[WorkItem, ...]:
    """What complete files no longer list; no line where there is nothing, since few agencies import."""
    count = questions.count_unlisted(actor)
    about = _("Missing from a file that was complete")
    status = _many(count, capped=count == questions.MOST_UNLISTED)
    return (WorkItem(_("No longer listed"), reverse("cases:unlisted"), about, status, "warn"),) if count else ()


def _asked(actor: Actor, asked: dict[str, list[str]]) -> QueryDict:
    query = QueryDict(mutable=True)
    for name, texts in {**asked, "owner": [str(actor.agency_id)]}.items():
        query.setlist(name, texts)
    return query


def _many(count: int, *, capped: bool) -> str:
    if not count:
        return _("none")
    if capped:
        return _("more than %(count)s") % {"count": count}
    return ngettext("%(count)s case", "%(count)s cases", count) % {"count": count}


def _address(query: QueryDict) -> str:
    return f"{reverse('cases:list')}?{query.urlencode()}"
