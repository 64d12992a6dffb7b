"""Remind people of what is due."""

from django.db.models import QuerySet

from manumit.spine import audit
from manumit.spine.identity.actor import Actor
from manumit.spine.identity.models import Membership
from manumit.spine.records import action
from manumit.spine.workflow.beside import beside
from manumit.spine.workflow.notices import Receiver
from manumit.spine.workflow.notices.telling import tell

from ..models import Reminder
from ..rounds import SECRETARIAT
from .reminding import Due


@action("plan.remind")
def remind(nobody: Actor | None, due: Due) -> bool:
    """Tell whom the round names, once; return whether this run did. Another that runs meanwhile tells nobody."""
    place = beside(due.record)
    told = {**place, "agency_id": due.agency_id, "step": due.step.code}
    _, mine = Reminder.unscoped.get_or_create(key=due.key, defaults=told)
    audit.record(None, "plan.remind", kind=due.record.kind, record_id=due.record.pk, detail={"step": due.step.code})
    if mine:
        tell(due.step.event.code, place, receivers(due))
    return mine


def receivers(due: Due) -> tuple[Receiver, ...]:
    """Return the active people the step names: of the answering agency, and the secretariat's where it says so."""
    active = Membership.objects.filter(active=True, person__is_active=True)
    found = active.filter(agency=due.agency_id, roles__overlap=sorted(due.step.roles))
    if due.step.secretariat:
        found = found | active.filter(roles__overlap=sorted(SECRETARIAT))
    return _receiving(found)


def having(roles: frozenset[str]) -> tuple[Receiver, ...]:
    """Return the active people of all agencies who have one of `roles`."""
    active = Membership.objects.filter(active=True, person__is_active=True)
    return _receiving(active.filter(roles__overlap=sorted(roles)))


def _receiving(members: QuerySet[Membership]) -> tuple[Receiver, ...]:
    rows = members.values_list("person", "agency").order_by("person", "agency").distinct()
    return tuple(Receiver(person, agency) for person, agency in rows)
