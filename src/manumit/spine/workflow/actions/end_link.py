"""End a link between two records."""

from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from manumit.spine import audit
from manumit.spine.access import require
from manumit.spine.identity.actor import Actor
from manumit.spine.records import action

from ..beside import demand_words
from ..models import RecordLink
from ..refusing import Refused


@action("link.end")
def end_link(actor: Actor, link: RecordLink, *, because: str) -> RecordLink:
    """Say that `link` no longer holds, and why; it is kept.

    Raises Denied or Hidden without permission `work`, Refused without a reason or for a link that ended.
    """
    require(actor, "work", link)
    why = demand_words(because, _("Say why they are no longer joined."))
    stands = RecordLink.unscoped.select_for_update(no_key=True).get(pk=link.pk)
    if stands.ended_at is not None:
        raise Refused(_("This link ended already."))
    stands.ended_by_id, stands.ended_at, stands.because = actor.person_id, timezone.now(), why
    stands.save(update_fields=["ended_by", "ended_at", "because"])
    for kind, record_id in ((link.record_kind, link.record_id), (link.other_kind, link.other_id)):
        audit.record(actor, "link.end", kind=kind, record_id=record_id, detail={"link": link.pk})
    return stands
