"""Let the office a victim chose see where the request stands, while the victim agrees."""

from django.utils.translation import gettext_lazy as _

from manumit.spine import audit
from manumit.spine.access import require
from manumit.spine.identity.actor import Actor
from manumit.spine.identity.models import Agency
from manumit.spine.records import action, sealed
from manumit.spine.workflow.beside import demand_words

from ..models import PresenceRequest
from .reckoning import set_columns


@action("presence.represent")
def name_representative(actor: Actor, request: PresenceRequest, office: Agency, consent: str) -> PresenceRequest:
    """Show stage and days of the request to `office`; `consent` (how and when the victim agreed) is sealed.

    Raises Denied or Hidden, Refused without consent.
    """
    require(actor, "edit", request)
    text = demand_words(consent, _("Write how and when the victim agreed, in their own words."))
    request.refresh_from_db()
    sealed.put(request, "correspondence", {"consent": text}, actor)
    set_columns(actor, request, {"representative": office, "represented": True})
    audit.record(actor, "presence.represent", kind=request.kind, record_id=request.pk)
    return request


@action("presence.unrepresent")
def end_representation(actor: Actor, request: PresenceRequest) -> PresenceRequest:
    """End it at once, when the victim says so. Raises Denied or Hidden."""
    require(actor, "edit", request)
    set_columns(actor, request, {"represented": False})
    audit.record(actor, "presence.unrepresent", kind=request.kind, record_id=request.pk)
    return request
