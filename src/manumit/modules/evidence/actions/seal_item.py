"""Put a seal on an item."""

from django.utils.translation import gettext as _

from manumit.spine import audit
from manumit.spine.access import require
from manumit.spine.identity.actor import Actor
from manumit.spine.records import action
from manumit.spine.records.changing import lock, write
from manumit.spine.workflow.beside import demand_words
from manumit.spine.workflow.refusing import Refused

from ..models import EvidenceItem, Seal
from .holding import demand_holder


@action("evidence.seal")
def seal_item(actor: Actor, item: EvidenceItem, *, seal_number: str, expected_version: int) -> Seal:
    """Seal `item` under a number that it never bore before; only who has it in hand can.

    Raises Denied or Hidden without permission `move`, Conflict, Refused.
    """
    require(actor, "move", item)
    stands: EvidenceItem = lock(item)
    demand_holder(actor, stands)
    number = demand_words(seal_number, _("Give the number of the seal."))
    if stands.seal_number:
        raise Refused(_("It bears a seal: break that one first, and say why."))
    if Seal.unscoped.filter(item=stands, seal_number=number).exists():
        raise Refused(_("It bore a seal of that number before: a broken seal is never used again."))
    seal = Seal(item=stands, seal_number=number, applied_by_id=actor.person_id)
    Seal.unscoped.bulk_create([seal])
    write(item, actor, {"seal_number": number}, expected_version=expected_version, source=_("Who sealed it"))
    audit.record(actor, "evidence.seal", kind=item.kind, record_id=item.pk)
    return seal
