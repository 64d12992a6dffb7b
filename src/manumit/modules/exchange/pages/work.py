"""What waits between agencies, for the home page."""

from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import gettext as _

from manumit.spine.access.middleware import asking
from manumit.spine.ui.work import WorkItem, WorkPanel

from ..request_questions import count_waiting

WORKING = frozenset({"investigator", "supervisor", "analyst"})


def panel(request: HttpRequest) -> WorkPanel | None:
    """Return how many requests wait for the agency's answer, and how many offers for its word."""
    actor = asking(request)
    if not actor.roles & WORKING or actor.agency_kind == "service_provider":
        return None
    here = reverse("exchange:requests")
    asked, offered = count_waiting(actor, "in"), count_waiting(actor, "out")
    items = (
        _item(_("Asked of you"), f"{here}?side=in&waiting=yes", _("Releases other agencies ask for"), asked),
        _item(_("Offered to you"), f"{here}?side=out&waiting=yes", _("Less than you asked for: accept or decline"),
              offered),
    )  # fmt: skip
    return WorkPanel(_("Requests for a release"), items, here, _("All requests"))


def _item(title: str, address: str, about: str, count: int) -> WorkItem:
    return WorkItem(title, address, about, str(count) if count else _("none"), "info" if count else "plain")
