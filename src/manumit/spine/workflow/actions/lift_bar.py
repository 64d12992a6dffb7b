"""Lift a bar against a person."""

from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from manumit.spine import audit
from manumit.spine.access import require
from manumit.spine.access.models import Bar
from manumit.spine.identity.actor import Actor
from manumit.spine.records import Record, action

from ..beside import demand_words
from ..refusing import Refused


@action("bar.lift")
def lift_bar(actor: Actor, record: Record, bar_id: int, *, because: str) -> Bar:
    """Let a person see `record` again as the policies say.

    Raises Denied or Hidden without permission `supervise` (a barred person cannot lift their own), Refused without a
    reason or for a bar that does not stand.
    """
    require(actor, "supervise", record)
    why = demand_words(because, _("Say why the bar is lifted."))
    rows = Bar.objects.select_for_update(no_key=True).filter(record_kind=record.kind, record_id=record.pk, pk=bar_id)
    bar = rows.filter(lifted_at=None).first()
    if bar is None:
        raise Refused(_("This bar does not stand."))
    bar.lifted_by_id, bar.lifted_at, bar.lifted_because = actor.person_id, timezone.now(), why
    bar.save(update_fields=["lifted_by", "lifted_at", "lifted_because"])
    detail = {"bar": bar.pk, "person": bar.person_id}
    audit.record(actor, "bar.lift", kind=record.kind, record_id=record.pk, detail=detail)
    return bar
