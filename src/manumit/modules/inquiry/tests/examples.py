"""Values for the arguments of this module's addresses, for the tests that visit every page."""

from manumit.spine.access import kinds
from manumit.spine.access.actors import actor_for
from manumit.spine.identity.models import Membership
from manumit.spine.records import Record, registry
from manumit.spine.records.askable import AskedFor, Question
from manumit.spine.records.manifest import SampleData

from ..actions.ask import ask

ROUTE = "inquiries/<slug:number>/ number"


def examples(person: Membership) -> dict[str, str]:
    """Ask for a case of any module, and return values by argument."""
    actor, case = actor_for(person.pk, "investigation"), _case_of(person)
    if actor is None or case is None:
        return {ROUTE: "IQ-0000-000"}
    return {ROUTE: ask(actor, case, Question(AskedFor.PHONE, "406 555 0100"), because="Named by the caller").number}


def _case_of(person: Membership) -> Record | None:
    """Return an invented record of the person's agency; None where no module has one."""
    actor = actor_for(person.pk, "investigation")
    if actor is None or "case" not in {kind.name for kind in kinds.all_kinds()}:
        return None
    for offer in registry.providers(SampleData):
        offer.load([actor], 1)
    rows: list[Record] = kinds.get("case").model_class.objects.page(actor, limit=1).rows  # type: ignore[attr-defined]
    return rows[0] if rows else None
