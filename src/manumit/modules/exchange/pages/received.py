"""What other agencies released to ours: what is live, and what has ended."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _

from manumit.spine.access import Denied
from manumit.spine.access.decision import Decision
from manumit.spine.access.middleware import asking
from manumit.spine.access.models import Onward
from manumit.spine.access.routes import guarded, signed_in
from manumit.spine.ui import faces, render

from .. import covering, questions
from ..models import ReleaseEnd

SEE = frozenset({"investigator", "supervisor", "analyst", "auditor"})


@signed_in("Only releases to the asker's own agency are shown, to those who may read them")
def received(request: HttpRequest) -> HttpResponse:
    """Show what the asker's agency may read of others, soonest end first, and the notices of what has ended."""
    actor = asking(request)
    if not actor.roles & SEE:
        raise Denied(Decision(False, (), (_("Investigators, supervisors, analysts and auditors see releases."),)))
    live = [_live(each) for each in questions.with_numbers(questions.received(actor), actor)]
    page = questions.list_ends(actor, after=request.GET.get("after") or None)
    return render(request, "exchange/received.html", {"live": live, "page": page, "mine": actor.agency_id})


@guarded("read_summary", "release_end")
def ended(request: HttpRequest, record: ReleaseEnd) -> HttpResponse:
    """Show what ended, when, and by what."""
    lines = [faces.name_of(each["kind"], each["number"]) for each in record.lines]
    return render(request, "exchange/ended.html", {"paper": record, "lines": lines})


def _live(row: dict[str, Any]) -> dict[str, Any]:
    release, number = row["release"], row["number"]
    return {
        "release": release, "name": faces.name_of(release.kind, number) if number else "",
        "address": faces.address_of(release.kind, number) if number else "",
        "groups": covering.titles(release.kind, release.groups),
        "onward": reverse("exchange:onward", args=[release.kind, number, release.pk]) if _may_go_on(row) else "",
    }  # fmt: skip


def _may_go_on(row: dict[str, Any]) -> bool:
    """Whether the agreement lets it be shown on, of itself or with the owner's word; not what was itself shown on."""
    release = row["release"]
    return bool(row["number"] and not release.onward_of_id and release.under and release.under.onward != Onward.NEVER)
