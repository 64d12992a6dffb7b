"""Publish a partnership, recommendation or decision as it stands, and take it back."""

from django.utils.translation import gettext_lazy as _

from manumit.spine.access import require
from manumit.spine.identity.actor import Actor
from manumit.spine.records import Record, action

from ..models import MeetingDecision, Plan
from ..refusing import Refused
from .opening import noted
from .publishing_records import Shown, number_of, remove_copy, write_copy


@action("record.publish")
def publish_record(actor: Actor, record: Shown) -> Shown:
    """Put the record before the public as it stands now; what changes later waits for the next publication.

    Raises Denied or Hidden.
    """
    kept_in = _supervised(actor, record)
    write_copy(record)
    noted(actor, kept_in, "record.publish", {"number": number_of(record)})
    return record


@action("record.withdraw")
def withdraw_record(actor: Actor, record: Shown) -> Shown:
    """Take the record from the public at once. Raises Denied or Hidden, Refused where it is not published."""
    kept_in = _supervised(actor, record)
    if not remove_copy(record):
        raise Refused(_("It is not published."))
    noted(actor, kept_in, "record.withdraw", {"number": number_of(record)})
    return record


def _supervised(actor: Actor, record: Shown) -> Record:
    kept_in: Record = record if not isinstance(record, MeetingDecision) else _plan_of(record)
    require(actor, "supervise", kept_in)
    return kept_in


def _plan_of(decision: MeetingDecision) -> Plan:
    return Plan.unscoped.get(meetings=decision.meeting_id)
