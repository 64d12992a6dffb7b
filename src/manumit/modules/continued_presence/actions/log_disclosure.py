"""Write down that something of a request was told outside."""

from django.utils.translation import gettext_lazy as _

from manumit.spine import audit
from manumit.spine.access import require
from manumit.spine.identity.actor import Actor
from manumit.spine.records import action, sealed
from manumit.spine.workflow.beside import demand_words

from ..models import MOST_NOTES, Disclosure, PresenceRequest
from .write_message import next_place


@action("presence.disclose")
def log_disclosure(actor: Actor, request: PresenceRequest, words: str) -> Disclosure:
    """Keep to whom what was told, by what authority; the words are sealed. Raises Denied or Hidden, Refused."""
    require(actor, "export", request)
    text = demand_words(words, _("Say to whom what was told, and by what authority."))
    place = next_place(Disclosure, request, MOST_NOTES)
    row = Disclosure(request=request, place=place, by_id=actor.person_id)
    row.save(force_insert=True)
    sealed.put(request, "correspondence", {f"disclosure_{place}": text}, actor)
    audit.record(actor, "presence.disclose", kind=request.kind, record_id=request.pk, group="correspondence")
    return row
