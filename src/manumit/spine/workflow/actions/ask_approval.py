"""Ask for approval."""

from django.utils.translation import gettext_lazy as _

from manumit.spine import audit
from manumit.spine.access import require
from manumit.spine.identity.actor import Actor
from manumit.spine.identity.choices import Role
from manumit.spine.identity.models import Membership
from manumit.spine.records import Record, action

from ..beside import beside, demand_words
from ..models import Approval
from ..notices.receiver import Receiver
from ..notices.telling import tell
from ..refusing import Refused


@action("approval.ask")
def ask_approval(actor: Actor, record: Record, *, question: str, role: str, about: str = "") -> Approval:
    """Ask those of the actor's agency who hold `role`; they are told. `about` lets a module find its approval.

    Raises Denied or Hidden without permission `work`, Refused without a question, or where nobody else holds the role.
    """
    require(actor, "work", record)
    asked, receivers = demand_words(question, _("Say what is to be approved.")), _holders(actor, role)
    approval = Approval(
        **beside(record),
        agency_id=actor.agency_id,
        about=about,
        question=asked,
        role=role,
        asked_by_id=actor.person_id,
    )
    approval.save(force_insert=True)
    detail = {"approval": approval.pk, "role": role, "about": about}
    audit.record(actor, "approval.ask", kind=record.kind, record_id=record.pk, detail=detail)
    tell("approval_asked", beside(record), receivers, actor)
    return approval


def _holders(actor: Actor, role: str) -> list[Receiver]:
    if role not in Role.values:
        raise Refused(_("There is no such role."))
    rows = Membership.objects.filter(agency=actor.agency_id, active=True, roles__contains=[role])
    people = rows.exclude(person=actor.person_id).values_list("person", flat=True)
    if not people:
        raise Refused(_("Nobody else in your agency holds that role: ask another, or let an administrator give it."))
    return [Receiver(person, actor.agency_id) for person in people]
