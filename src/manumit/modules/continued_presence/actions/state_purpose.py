"""Say what a request is read for, before it is."""

from django.utils.translation import gettext_lazy as _

from manumit.spine import audit
from manumit.spine.access import require
from manumit.spine.identity.actor import Actor
from manumit.spine.records import action
from manumit.spine.workflow.beside import demand_words

from ..models import PresenceRequest


@action("presence.purpose")
def state_purpose(actor: Actor, request: PresenceRequest, note: str) -> None:
    """Keep `note` in the log of the request. Raises Denied or Hidden, Refused without words."""
    require(actor, "read_identity", request)
    why = demand_words(note, _("Say what you need this for."))
    audit.record(actor, "presence.purpose", kind=request.kind, record_id=request.pk, detail={"note": why})
