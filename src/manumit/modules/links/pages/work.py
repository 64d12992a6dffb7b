"""What waits to be judged, for the home page."""

from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import gettext as _

from manumit.spine.access.middleware import asking
from manumit.spine.ui.work import WorkItem, WorkPanel

from ..questions import PAGE, Narrowing, pointers, queue

WORKING = frozenset({"investigator", "supervisor", "analyst"})


def panel(request: HttpRequest) -> WorkPanel | None:
    """Return how many pairs wait for the asker, and how many pointers there are."""
    actor = asking(request)
    if not actor.roles & WORKING:
        return None
    waiting, told = (len(rows[: PAGE + 1]) for rows in (queue(actor, Narrowing()), pointers(actor)))
    items = (
        _item(_("Pairs that may be one"), reverse("links:queue"), _("Judged by people, one by one"), waiting),
        _item(_("Other agencies to ask"), reverse("links:pointers"), _("They may know something"), told),
    )
    return WorkPanel(_("Links"), items, reverse("links:queue"), _("All links"))


def _item(title: str, address: str, about: str, count: int) -> WorkItem:
    told = _("over %(most)s") % {"most": PAGE} if count > PAGE else str(count) if count else _("none")
    return WorkItem(title, address, about, told, "warn" if count else "plain")
