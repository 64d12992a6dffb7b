"""What waits about suspects at the person's agency, for the home page."""

from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import gettext as _

from manumit.spine.access.middleware import asking
from manumit.spine.ui.work import WorkItem, WorkPanel

from ..questions import MOST, due_for_review, open_notices

WORKING = frozenset({"investigator", "supervisor", "analyst"})


def panel(request: HttpRequest) -> WorkPanel | None:
    """Return how many suspects are due for review, and how many notices to victims wait."""
    actor = asking(request)
    if not actor.roles & WORKING:
        return None
    reviews, notices = len(due_for_review(actor)), open_notices(actor)
    address = reverse("suspects:due")
    items = (
        _item(_("Review due"), address, _("Validated again or purged"), reviews),
        _item(_("Notices to victims"), reverse("suspects:notices"), _("Somebody is to be told"), notices),
    )
    return WorkPanel(_("Suspects of your agency"), items, reverse("suspects:list"), _("All suspects"))


def _item(title: str, address: str, about: str, count: int) -> WorkItem:
    told = _("over %(most)s") % {"most": MOST} if count > MOST else str(count) if count else _("none")
    return WorkItem(title, address, about, told, "warn" if count else "plain")
