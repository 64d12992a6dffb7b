"""What waits about inquiries at the person's agency, for the home page."""

from datetime import timedelta

from django.http import HttpRequest
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from manumit.spine.access.middleware import asking
from manumit.spine.ui.work import WorkItem, WorkPanel

from ..questions import MOST, hits_on

WORKING = frozenset({"investigator", "supervisor", "analyst"})
RECENT = timedelta(days=30)


def panel(request: HttpRequest) -> WorkPanel | None:
    """Return how many inquiries of others met what the agency holds within thirty days."""
    actor = asking(request)
    if not actor.roles & WORKING:
        return None
    recent = [hit for hit in hits_on(actor) if hit.asked_at >= timezone.now() - RECENT]
    count, address = len(recent), reverse("inquiry:hits")
    told = _("over %(most)s") % {"most": MOST} if count > MOST else str(count) if count else _("none")
    about = _("Other agencies asked about something you hold, within 30 days")
    item = WorkItem(_("Asked of you"), address, about, told, "info" if count else "plain")
    return WorkPanel(_("Inquiries"), (item,), reverse("inquiry:list"), _("What your agency asked"))
