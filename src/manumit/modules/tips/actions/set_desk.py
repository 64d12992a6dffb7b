"""Open, change or close an agency's public tip page."""

from django.db import IntegrityError, transaction
from django.utils.translation import gettext_lazy as _

from manumit.spine import audit
from manumit.spine.access import require
from manumit.spine.identity.actor import Actor
from manumit.spine.identity.models import Agency
from manumit.spine.records import action
from manumit.spine.workflow.refusing import Refused

from ..models import TipDesk


def set_desk(actor: Actor, *, address: str, open: bool, general: bool) -> TipDesk:
    """Let the actor's agency take tips at `address`.

    Raises Denied unless they may administer the agency, Refused for an address or a general desk that another has, or
    for a service provider; ValidationError for a malformed address.
    """
    try:
        with transaction.atomic():
            return _set(actor, address.strip(), open, general)
    except IntegrityError:
        why = _("Another agency has this address, or is the one for people who do not know whom to tell.")
        raise Refused(why) from None


@action("tip.desk.set")
def _set(actor: Actor, address: str, open: bool, general: bool) -> TipDesk:
    agency = Agency.objects.get(pk=actor.agency_id)
    require(actor, "edit", agency)
    if agency.kind == "service_provider":
        raise Refused(_("Service providers receive no tips: they are law enforcement's."))
    desk = TipDesk.objects.filter(agency=agency).first() or TipDesk(agency=agency)
    desk.address, desk.open, desk.general = address, open, general
    desk.clean_fields()
    desk.save()
    detail = {"address": address, "open": open, "general": general}
    audit.record(actor, "tip.desk.set", kind="agency", record_id=agency.pk, detail=detail)
    return desk
