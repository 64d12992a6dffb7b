"""Say how long an item is kept, and by what authority."""

from datetime import date

from django.utils.translation import gettext as _

from manumit.spine import audit
from manumit.spine.access import require
from manumit.spine.identity.actor import Actor
from manumit.spine.records import action, change
from manumit.spine.workflow.beside import demand_words

from ..models import EvidenceItem


@action("evidence.keep")
def set_keeping(
    actor: Actor, item: EvidenceItem, *, keep_until: date | None, authority: str, expected_version: int
) -> EvidenceItem:
    """Keep `item` through `keep_until` (for ever where None) by `authority`.

    Raises Denied or Hidden without permission `supervise`, Conflict, NothingToChange, Refused without an authority.
    """
    require(actor, "supervise", item)
    named = demand_words(authority, _("Name the schedule, order or statute."))
    changes = {"keep_until": keep_until, "keeping_authority": named}
    change(item, actor, changes, expected_version=expected_version, source=named)
    audit.record(actor, "evidence.keep", kind=item.kind, record_id=item.pk)
    return item
