"""Join two records, and part them."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext_lazy as _

from manumit.spine.access import Denied, Hidden
from manumit.spine.access.finding import find
from manumit.spine.access.routes import guarded_of_any_kind, signed_in
from manumit.spine.identity.actor import Actor
from manumit.spine.records import Record
from manumit.spine.workflow.actions.end_link import end_link
from manumit.spine.workflow.actions.link_records import link_records
from manumit.spine.workflow.models import RecordLink
from manumit.spine.workflow.refusing import Refused
from manumit.values.record_number import RecordNumber

from ...forms import open_form
from ...forms.work import BecauseForm, LinkForm
from .asking import OWN, Verb, ask, asking, find_row

LINK = Verb(
    _("Join with another record"), _("Join them"), _("They are joined."), _("A lead for people to weigh, no finding.")
)
PART = Verb(_("No longer joined"), _("Save"), _("They are no longer joined; that they were is kept."))


@guarded_of_any_kind("work")
def link(request: HttpRequest, record: Record) -> HttpResponse:
    """Name the other record of the same kind, and what joins them."""
    actor, form = asking(request), open_form(LinkForm, request)

    def act(given: dict[str, Any]) -> object:
        other = _other(actor, record, given.pop("number"))
        return link_records(actor, record, other, **given)

    return ask(request, record, LINK, form, act)


@signed_in(OWN)
def part(request: HttpRequest, link_id: int) -> HttpResponse:
    """Say why they are no longer joined."""
    found, actor = find_row(request, RecordLink, link_id), asking(request)
    return ask(request, found, PART, open_form(BecauseForm, request), lambda given: end_link(actor, found, **given))


def _other(actor: Actor, record: Record, number: str) -> Any:
    """Return the other record. One that is hidden and one that is not there are refused alike."""
    try:
        return find(actor, "work", record.kind, str(RecordNumber.parse(number, record.number_prefix)))
    except (Hidden, ValueError):
        raise Refused(_("There is no record of that number that you may see.")) from None
    except Denied:
        raise Refused(_("You may read that record, but not work on it.")) from None
