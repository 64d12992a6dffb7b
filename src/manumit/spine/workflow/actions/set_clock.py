"""Set an agency's own limit for a clock."""

from datetime import date

from django.utils.translation import gettext_lazy as _

from manumit.spine import audit
from manumit.spine.access import require
from manumit.spine.identity.actor import Actor
from manumit.spine.identity.models import Agency
from manumit.spine.records import action
from manumit.values import time_limits

from ..beside import demand_words
from ..clocks import Clock
from ..models import ClockSetting
from ..refusing import Refused


@action("clock.set")
def set_clock(actor: Actor, clock: Clock, *, unit: str, amount: int, citation: str, effective_on: date) -> ClockSetting:
    """Let `clock` run by `amount` of `unit` in the actor's agency for what starts on or after `effective_on`.

    Clocks that run already keep their limit. Raises Denied unless the actor may edit the agency, Refused without a
    citation or for no sound limit.
    """
    require(actor, "edit", Agency.objects.get(pk=actor.agency_id))
    cited = demand_words(citation, _("Name the law, order or agreement that sets the limit."))
    try:
        limit = time_limits.counted(unit, amount)
    except ValueError:
        raise Refused(_("Give a whole number above 0 and a unit.")) from None
    setting = ClockSetting.objects.create(
        agency_id=actor.agency_id, clock=clock.name, limit=time_limits.to_plain(limit), citation=cited,
        effective_on=effective_on, set_by_id=actor.person_id,
    )  # fmt: skip
    detail = {"clock": clock.name, "limit": f"{amount} {unit}", "citation": cited, "from": effective_on.isoformat()}
    audit.record(actor, "clock.set", kind="agency", record_id=actor.agency_id, detail=detail)
    return setting
