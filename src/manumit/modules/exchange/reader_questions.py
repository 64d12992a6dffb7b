"""What pages and programs ask about who read what an agency lent."""

from typing import Any

from django.utils.translation import gettext as _

from manumit.spine.access import Denied, kinds
from manumit.spine.access.decision import Decision
from manumit.spine.audit import questions as log
from manumit.spine.identity.actor import Actor

SEE = frozenset({"supervisor", "auditor", "investigator"})


def demand_who_sees(actor: Actor) -> None:
    """Raise Denied unless the actor may see who read what their agency lent."""
    if not actor.roles & SEE:
        raise Denied(Decision(False, (), (_("Investigators, supervisors and auditors see who read."),)))


def numbers_of(actor: Actor, page: log.Page) -> dict[tuple[str, int | None], str]:
    """Return the numbers of the records of a page that the actor may see, by kind and key."""
    found: dict[tuple[str, int | None], str] = {}
    for kind in {act.kind for act in page.acts}:
        model: Any = kinds.get(kind).model_class
        rows = model.objects.visible_to(actor)
        keys = [act.record_id for act in page.acts if act.kind == kind]
        found |= {(kind, key): number for key, number in rows.filter(pk__in=keys).values_list("pk", "number")}
    return found
