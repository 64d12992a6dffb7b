"""Let one completeness rule not count against a request, for a while."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from manumit.spine import audit
from manumit.spine.access import require
from manumit.spine.identity.actor import Actor
from manumit.spine.records import action, sealed
from manumit.spine.workflow.beside import demand_words
from manumit.spine.workflow.refusing import Refused

from ..models import MOST_NOTES, PresenceRequest, Waiver
from ..rules import CODES
from .reckoning import reckon_missing
from .write_message import next_place


@action("presence.waive")
def waive_rule(
    actor: Actor, request: PresenceRequest, rule: str, why: str, *, until_on: date, answers: Mapping[str, Any]
) -> Waiver:
    """Waive `rule` through `until_on`; `why` is sealed. A supervisor of the requesting agency may.

    Raises Denied or Hidden, Refused for an unknown rule, a day that has passed, or without why.
    """
    require(actor, "concur", request)
    text = demand_words(why, _("Say why this rule does not fit here."))
    if rule not in CODES or until_on < timezone.localdate():
        raise Refused(_("Choose a rule of the list and a day to come."))
    place = next_place(Waiver, request, MOST_NOTES)
    row = Waiver(request=request, place=place, rule=rule, until_on=until_on, by_id=actor.person_id)
    row.save(force_insert=True)
    sealed.put(request, "correspondence", {f"waiver_{place}": text}, actor)
    audit.record(actor, "presence.waive", kind=request.kind, record_id=request.pk, detail={"rule": rule})
    reckon_missing(actor, request, answers)
    return row
