"""The mail that says a notice waits. It names no record, event, person, agency or address: a stranger may read it."""

from collections.abc import Iterable

from django.core.mail import send_mail
from django.db import transaction
from django.utils import translation
from django.utils.translation import gettext as _

from manumit.spine.access.actors import actor_for
from manumit.spine.identity.choices import Purpose
from manumit.spine.identity.models import Membership, Person

from ..models import Notice
from ..models.notice import MailState


@transaction.atomic
def mail(person_id: int, states: Iterable[str]) -> bool:
    """Tell a person once that notices wait, if any that are due they may still see; return whether mail went.

    Notices beside records hidden from them meanwhile are withheld. Rows are locked until the mail server took it, so
    that two workers send one mail; killed in between, it goes again.
    """
    due = Notice.unscoped.select_for_update(skip_locked=True).filter(person=person_id, mail__in=list(states))
    rows = list(due.order_by("id"))
    seen = _visible(person_id, rows)
    _mark([row for row in rows if row.pk not in seen], MailState.WITHHELD)
    unread = [row for row in rows if row.pk in seen and row.seen_at is None]
    if unread:
        _send(Person.objects.get(pk=person_id))
    _mark([row for row in rows if row.pk in seen], MailState.SENT)
    return bool(unread)


def _visible(person_id: int, rows: list[Notice]) -> set[int]:
    seen: set[int] = set()
    for agency_id in {row.agency_id for row in rows}:
        membership = Membership.objects.filter(person=person_id, agency=agency_id).first()
        actor = membership and actor_for(membership.pk, Purpose.INVESTIGATION)
        if actor and actor.active:
            seen |= set(
                Notice.objects.visible_to(actor).filter(pk__in=[row.pk for row in rows]).values_list("pk", flat=True)
            )
    return seen


def _mark(rows: list[Notice], state: MailState) -> None:
    Notice.unscoped.filter(pk__in=[row.pk for row in rows]).update(mail=state)


def _send(person: Person) -> None:
    with translation.override(person.language):
        subject = _("A notice is waiting for you")
        body = _(
            "Sign in where you work to read it. This message says nothing about it on purpose, since others may see "
            "your telephone or mailbox. There, under Notices, you choose when such messages come."
        )
    send_mail(subject, body + "\n", None, [person.email])
