"""Raise a flag beside a record."""

from datetime import date, timedelta

from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from manumit.spine import audit
from manumit.spine.access import require
from manumit.spine.identity.actor import Actor
from manumit.spine.records import Record, action

from ..beside import beside, demand_words
from ..models import Flag
from ..refusing import Refused

LONGEST = timedelta(days=366)


@action("flag.raise")
def raise_flag(actor: Actor, record: Record, *, text: str, ends_on: date) -> Flag:
    """Show `text` to all of the actor's agency who open the record, through `ends_on`, at most a year away.

    Raises Denied or Hidden without permission `work`, Refused for an empty text or a day that is past or too far.
    """
    require(actor, "work", record)
    said = demand_words(text, _("Say what everybody should see."))
    flag = Flag(**beside(record), agency_id=actor.agency_id, text=said, ends_on=demand_end(ends_on))
    flag.raised_by_id = actor.person_id
    flag.save(force_insert=True)
    detail = {"flag": flag.pk, "until": ends_on.isoformat()}
    audit.record(actor, "flag.raise", kind=record.kind, record_id=record.pk, detail=detail)
    return flag


def demand_end(ends_on: date) -> date:
    """Return `ends_on`. Raises Refused for a day that is past or more than a year away."""
    today = timezone.localdate()
    if not today <= ends_on <= today + LONGEST:
        raise Refused(_("It ends on a day between today and a year from now; it can be renewed then."))
    return ends_on
