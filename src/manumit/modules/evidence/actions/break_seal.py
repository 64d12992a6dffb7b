"""Break the seal of an item."""

from django.utils import timezone
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


@action("evidence.break_seal")
def break_seal(actor: Actor, item: EvidenceItem, *, because: str, expected_version: int) -> None:
    """Say that the seal of `item` was broken by who has it, and why.

    Raises Denied or Hidden without permission `move`, Conflict, Refused without a seal or a reason.
    """
    require(actor, "move", item)
    stands: EvidenceItem = lock(item)
    demand_holder(actor, stands)
    why = demand_words(because, _("Say why the seal is broken."))
    if not stands.seal_number:
        raise Refused(_("It bears no seal."))
    Seal.unscoped.filter(item=stands, broken_at=None).update(
        broken_by_id=actor.person_id, broken_at=timezone.now(), because=why
    )
    write(item, actor, {"seal_number": ""}, expected_version=expected_version, source=why)
    audit.record(actor, "evidence.break_seal", kind=item.kind, record_id=item.pk)
