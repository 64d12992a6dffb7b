"""Members of the family in danger: noted, and brought in by parole."""

from collections.abc import Mapping
from dataclasses import asdict, dataclass
from datetime import date

from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from manumit.spine import audit
from manumit.spine.access import require
from manumit.spine.identity.actor import Actor
from manumit.spine.records import action, sealed
from manumit.spine.workflow.beside import demand_words
from manumit.spine.workflow.refusing import Refused

from ..choices import RELATIONS
from ..models import MOST_FAMILY, FamilyMember, PresenceRequest
from .save_answers import CLOSED
from .write_message import next_place

DAYS: Mapping[str, str] = {"asked": "asked_on", "paroled": "paroled_on", "applied": "applied_on", "ended": "ended_on"}
"""What may be recorded of a member, by its column."""


@dataclass(frozen=True)
class Relative:
    """Who is in danger: all of it is sealed. `where` is a country or town, `danger` from whom and why."""

    name: str
    relation: str
    born_on: date | None = None
    where: str = ""
    danger: str = ""


@action("presence.family")
def note_family_member(actor: Actor, request: PresenceRequest, told: Relative) -> FamilyMember:
    """Note a member of the family who is in danger. Raises Denied or Hidden, Refused, ValidationError."""
    require(actor, "seal", request)
    request.refresh_from_db()
    if request.stage in CLOSED:
        raise Refused(_("The request is closed."))
    demand_words(told.name, _("Write how they are called."))
    if told.relation not in dict(RELATIONS):
        raise ValidationError({"relation": _("Choose one of the answers.")})
    place = next_place(FamilyMember, request, MOST_FAMILY)
    row = FamilyMember(request=request, place=place)
    row.save(force_insert=True)
    values = {**asdict(told), "born_on": told.born_on.isoformat() if told.born_on else ""}
    sealed.put(request, "safety", {f"family_{place}": values}, actor)
    audit.record(actor, "presence.family", kind=request.kind, record_id=request.pk, group="safety")
    return row


@action("presence.parole")
def record_parole(actor: Actor, row: FamilyMember, what: str, on: date | None = None) -> FamilyMember:
    """Record that parole was asked for or given, that T status was asked for, or that it ended, `on` a day (today).

    Raises LookupError, Denied or Hidden, Refused for a day to come and for what comes before its time.
    """
    column = DAYS[what]
    require(actor, "work", row.request)
    day = on or timezone.localdate()
    if day > timezone.localdate():
        raise Refused(_("That day is still to come."))
    if what == "applied" and row.paroled_on is None:
        raise Refused(_("Record first when they were paroled in."))
    setattr(row, column, day)
    row.save(update_fields=[column])
    detail = {"member": row.place, "what": what}
    audit.record(
        actor, "presence.parole", kind=PresenceRequest.kind, record_id=row.request_id, group="safety", detail=detail
    )  # fmt: skip
    return row
