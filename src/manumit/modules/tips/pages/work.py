"""What waits about tips at the person's agency, for the home page."""

from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import gettext as _

from manumit.spine.access.middleware import asking
from manumit.spine.ui.work import WorkItem, WorkPanel

from ..questions import MOST, counts

WORKING = frozenset({"triage", "investigator", "supervisor", "analyst"})


def panel(request: HttpRequest) -> WorkPanel | None:
    """Return how many tips wait for triage, are late, have unread words, or are the person's own."""
    actor = asking(request)
    if not actor.roles & WORKING:
        return None
    found, every = counts(actor), reverse("tips:list")
    mine = _item(_("Given to you"), f"{every}?mine=yes&state=pending", _("Tips you work on"), found["mine"])
    late = _item(_("Your work is overdue"), f"{every}?mine=yes&state=pending", _("Past its day"), found["due"])
    items: tuple[WorkItem, ...] = (mine, late)
    if "triage" in actor.roles:
        queue = reverse("tips:queue")
        items = (
            _item(_("Waiting for triage"), queue, _("Nobody has looked yet"), found["waiting"]),
            _item(_("Late for triage"), queue, _("Somebody may be in danger"), found["late"]),
            _item(_("The giver wrote"), f"{every}?unread=yes", _("Not read yet"), found["unread"]),
            *items,
        )
    return WorkPanel(_("Tips"), items, every, _("All tips"))


def _item(title: str, address: str, about: str, count: int) -> WorkItem:
    told = _("over %(most)s") % {"most": MOST} if count > MOST else str(count) if count else _("none")
    return WorkItem(title, address, about, told, "warn" if count else "plain")
