"""Take a flag down before its day."""

from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from manumit.spine import audit
from manumit.spine.access import require
from manumit.spine.identity.actor import Actor
from manumit.spine.records import action

from ..beside import demand_words
from ..models import Flag
from ..refusing import Refused


@action("flag.lower")
def lower_flag(actor: Actor, flag: Flag, *, because: str) -> Flag:
    """Take `flag` down and say why.

    Raises Denied or Hidden without permission `work`, Refused without a reason or for a flag that no longer stands.
    """
    require(actor, "work", flag)
    why, stands = (
        demand_words(because, _("Say why the flag comes down.")),
        Flag.unscoped.select_for_update(no_key=True).get(pk=flag.pk),
    )
    if not stands.stands():
        raise Refused(_("This flag no longer stands."))
    stands.lowered_by_id, stands.lowered_at, stands.because = actor.person_id, timezone.now(), why
    stands.save(update_fields=["lowered_by", "lowered_at", "because"])
    audit.record(actor, "flag.lower", kind=flag.record_kind, record_id=flag.record_id, detail={"flag": flag.pk})
    return stands
