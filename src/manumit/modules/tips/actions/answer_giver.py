"""Answer whoever gave a tip."""

from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from manumit.spine import audit
from manumit.spine.access import require
from manumit.spine.identity.actor import Actor
from manumit.spine.records import action, provenance
from manumit.spine.records.rows import count_version
from manumit.spine.workflow.beside import demand_words

from ..models import Tip, TipMessage
from ..models.tip import LONG


@action("tip.answer")
def answer_giver(actor: Actor, tip: Tip, text: str) -> TipMessage:
    """Leave an answer where the giver finds it with number and secret; no officer's name is shown to them.

    Raises Denied or Hidden without permission `move`, Refused without words.
    """
    require(actor, "move", tip)
    said = demand_words(text, _("Write an answer."))[:LONG]
    row = TipMessage(tip=tip, text=said, written_at=timezone.now(), author_id=actor.person_id)
    TipMessage.unscoped.bulk_create([row])
    count_version(tip, actor, {f"messages.{row.pk}.text": (None, said)}, provenance.said("The agency"))
    audit.record(actor, "tip.answer", kind=tip.kind, record_id=tip.pk, detail={"message": row.pk})
    return row
