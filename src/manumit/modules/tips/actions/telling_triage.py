"""Telling those who triage, in the transaction of what happened, and once for a flood of tips."""

from datetime import timedelta

from django.db import connection
from django.utils import timezone

from manumit.spine.audit.prepared import prepared, wide
from manumit.spine.identity.actor import Actor
from manumit.spine.identity.models import Membership
from manumit.spine.workflow.beside import beside
from manumit.spine.workflow.models import Notice
from manumit.spine.workflow.notices import Receiver
from manumit.spine.workflow.notices.telling import tell

from ..choices import Danger
from ..events import TIP_DANGER, TIP_WAITS, TIP_WORD
from ..models import Tip

ONCE_WITHIN = {TIP_WAITS.code: timedelta(minutes=10), TIP_DANGER.code: timedelta(minutes=1)}
"""A notice says that tips wait, the queue which: further tips within this time raise no other."""
JUST_TOLD = """SELECT EXISTS (
SELECT FROM workflow_notice WHERE agency_id = %s AND event = %s AND created_at >= %s)"""


def tell_of_tip(tip: Tip, by: Actor | None) -> None:
    """Tell the agency's triage that a tip waits, unless they were told just now."""
    event = TIP_DANGER.code if tip.danger == Danger.YES else TIP_WAITS.code
    since = timezone.now() - ONCE_WITHIN[event]
    with prepared(connection) as cursor:  # in words of our own: each tip of a flood pays for it
        cursor.execute(JUST_TOLD, (wide(tip.owner_id), event, since))
        just = bool(cursor.fetchone()[0])
    if not just:
        tell(event, beside(tip), triagers(tip.owner_id), by)


def tell_of_word(tip: Tip) -> None:
    """Tell the agency's triage, and whoever works on the tip, that its giver has written; once until they looked."""
    unseen = Notice.unscoped.filter(record_kind=tip.kind, record_id=tip.pk, event=TIP_WORD.code, seen_at=None)
    if unseen.exists():
        return
    given = (Receiver(tip.assigned_to_id, tip.owner_id),) if tip.assigned_to_id else ()
    tell(TIP_WORD.code, beside(tip), (*triagers(tip.owner_id), *given))


def triagers(agency_id: int) -> tuple[Receiver, ...]:
    """Return the active people who triage the tips of an agency."""
    rows = Membership.objects.filter(agency=agency_id, active=True, roles__contains=["triage"], person__is_active=True)
    return tuple(Receiver(person, agency_id) for person in rows.values_list("person", flat=True).order_by("person"))
