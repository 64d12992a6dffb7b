"""One inquiry and what answered."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.utils.translation import gettext as _

from manumit.spine.access import Hidden
from manumit.spine.access.middleware import asking
from manumit.spine.access.routes import guarded
from manumit.spine.identity.actor import Actor
from manumit.spine.records.askable import AskedFor
from manumit.spine.records.pointed import way_to_ask
from manumit.spine.ui import faces, render

from ..actions.look_at_inquiry import look_at_inquiry
from ..models import Inquiry
from ..questions import answers_of, is_barred


@guarded("read_summary", "inquiry")
def show_inquiry(request: HttpRequest, record: Inquiry) -> HttpResponse:
    """Show who asked what and why, and the answers the reader may still see."""
    actor = asking(request)
    if is_barred(actor, record):
        raise Hidden
    look_at_inquiry(actor, record)
    place = (record.case_kind, record.case_number)
    context = {
        "inquiry": record,
        "asked_on": timezone.localdate(record.opened_at),
        "asked": _asked(record) if getattr(record, "can_read_question", False) else [],
        "answers": _answers(actor, record) if getattr(record, "can_read_answers", False) else None,
        "case_name": faces.name_of(*place),
        "case_address": faces.address_of(*place),
    }
    return render(request, "inquiry/show.html", context)


def _answers(actor: Actor, inquiry: Inquiry) -> list[dict[str, Any]]:
    """Return what answered; beside a pointer, where its holder is asked for a release."""
    return [
        {"told": each, "ask": way_to_ask(each.agency.pk, inquiry.number) if each.answered_by == "pointer" else ""}
        for each in answers_of(actor, inquiry)
    ]


def _asked(inquiry: Inquiry) -> list[dict[str, Any]]:
    years = f"{inquiry.born_from or ''} - {inquiry.born_until or ''}" if inquiry.born_from or inquiry.born_until else ""
    said = (
        (_("What is asked for"), AskedFor(inquiry.asked_for).label),
        (_("Number or name of the account"), inquiry.value),
        (_("State of the plate"), inquiry.state),
        (_("Family name"), inquiry.family_name),
        (_("Given names"), inquiry.given_names),
        (_("Sex"), inquiry.get_sex_display() if inquiry.sex else ""),
        (_("Years of birth"), years),
    )
    return [{"term": term, "value": value} for term, value in said if value]
