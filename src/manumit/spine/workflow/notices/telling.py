"""Telling people, in the transaction of what happened."""

from collections.abc import Iterable, Sequence

from django.utils import timezone

from manumit.spine.audit.prepared import asked, wide
from manumit.spine.identity.actor import Actor

from .. import jobs
from ..beside import Place
from ..models import Notice
from ..models.notice import MailState
from .events import Event, Mail, named
from .receiver import Receiver

SUPERVISORS = """SELECT member.person_id FROM identity_membership member
JOIN identity_person person ON person.id = member.person_id AND person.is_active
WHERE member.agency_id = %s AND member.active AND member.roles @> ARRAY['supervisor']::varchar[]
ORDER BY member.person_id"""
WISHES = "SELECT person_id, mail FROM workflow_noticewish WHERE event = %s AND person_id = ANY(%s::bigint[])"
"""In words of our own: nearly every action between agencies tells somebody."""
MAIL = {Mail.AT_ONCE: MailState.DUE, Mail.DAILY: MailState.DAILY, Mail.NEVER: MailState.NONE}


def tell(event: str, place: Place, receivers: Iterable[Receiver], by: Actor | None = None) -> None:
    """Write a notice of `event` beside a record for each receiver but `by`, who did it; mail goes after the commit.

    Runs in the caller's transaction. Each sees the notice only while they may know of the record.
    """
    told = [each for each in dict.fromkeys(receivers) if by is None or each.person_id != by.person_id]
    tell_each(event, [(place, each) for each in told], by)


def tell_each(event: str, told: Sequence[tuple[Place, Receiver]], by: Actor | None = None) -> None:
    """As `tell`, of many records at once: one notice for each of `told`, one letter's job for each person."""
    if not told:
        return
    declared, wishes = named(event), _wishes(event, [each for _, each in told])
    notices = [_notice(declared, place, each, by, wishes.get(each.person_id, declared.mail)) for place, each in told]
    Notice.unscoped.bulk_create(notices)
    for person in dict.fromkeys(notice.person_id for notice in notices if notice.mail == MailState.DUE):
        jobs.mail_notices.enqueue(person=person)


def supervisors(agency_id: int) -> tuple[Receiver, ...]:
    """Return the active supervisors of an agency."""
    return tuple(Receiver(person, agency_id) for (person,) in asked(SUPERVISORS, agency_id))


def _wishes(event: str, receivers: Iterable[Receiver]) -> dict[int, Mail]:
    people = [wide(each.person_id) for each in receivers]
    return {person: Mail(mail) for person, mail in asked(WISHES, event, people)}


def _notice(event: Event, place: Place, receiver: Receiver, by: Actor | None, mail: Mail) -> Notice:
    escalates = timezone.now() + event.escalates_after if event.escalates_after else None
    return Notice(
        **place,
        person_id=receiver.person_id,
        agency_id=receiver.agency_id,
        event=event.code,
        by_id=by.person_id if by else None,
        mail=MAIL[mail],
        escalates_at=escalates,
    )
