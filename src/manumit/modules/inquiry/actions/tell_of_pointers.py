"""Tell both sides that an inquiry met a pointer, without saying what it is about."""

from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from manumit.spine import audit
from manumit.spine.identity.actor import Actor
from manumit.spine.records import action
from manumit.spine.workflow.beside import beside, place_of
from manumit.spine.workflow.notices import Event, Receiver
from manumit.spine.workflow.notices.events import Mail
from manumit.spine.workflow.notices.telling import supervisors, tell

from ..models import Inquiry, PointerHit

EVENTS = (
    Event("inquiry_met_yours", _("Another agency asked about something you hold"), Mail.AT_ONCE),
    Event("inquiry_points", _("Your inquiry was answered: an agency holds something, ask it"), Mail.AT_ONCE),
)


def untold(inquiry_id: int) -> bool:
    """Return whether anybody is still to be told."""
    return PointerHit.unscoped.filter(inquiry_id=inquiry_id, told_at=None).exists()


@action("inquiry.tell")
def tell_of_pointers(actor: Actor | None, inquiry_id: int) -> int:
    """Tell the supervisors of each holder, beside their own record, and who asked, beside the inquiry, once."""
    inquiry = Inquiry.unscoped.select_for_update(no_key=True).get(pk=inquiry_id)
    hits = list(PointerHit.unscoped.filter(inquiry_id=inquiry.pk, told_at=None).order_by("id"))
    for hit in hits:
        tell("inquiry_met_yours", place_of(hit), supervisors(hit.agency_id))
        detail = {"inquiry": inquiry.number}
        audit.record(actor, "inquiry.tell", kind=hit.record_kind, record_id=hit.record_id, detail=detail)
    if hits:
        tell("inquiry_points", beside(inquiry), (Receiver(inquiry.asked_by_id, inquiry.owner_id),))
    PointerHit.unscoped.filter(pk__in=[hit.pk for hit in hits]).update(told_at=timezone.now())
    audit.record(actor, "inquiry.tell", kind=Inquiry.kind, record_id=inquiry.pk)
    return len(hits)
