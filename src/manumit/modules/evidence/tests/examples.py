"""Values for the arguments of this module's addresses, for the tests that visit every page."""

from datetime import timedelta

from django.utils import timezone

from manumit.spine.access import kinds
from manumit.spine.access.actors import actor_for
from manumit.spine.identity.models import Membership
from manumit.spine.records import Record, registry
from manumit.spine.records.manifest import SampleData

from ..actions.collect_item import Collected, collect_item
from ..actions.hand_over import Handover
from ..actions.seal_item import seal_item
from ..actions.submit_to_lab import submit_to_lab
from ..choices import HandKind
from ..hand import Hand


def examples(person: Membership) -> dict[str, str]:
    """Take an item into evidence in a case of any module, bring it to a laboratory, and return values by argument."""
    actor, case = actor_for(person.pk, "investigation"), _case_of(person)
    if actor is None or case is None:
        return {f"{route} number": "EV-0000-000" for route in ROUTES} | {"submission_id": "1", "hand": "person"}
    moment = timezone.now() - timedelta(hours=2)
    item = collect_item(actor, case, Collected("physical", "Red jacket", "Alice", moment, "Alice"))
    seal_item(actor, item, seal_number="S-1", expected_version=item.version)
    given = Handover(Hand(HandKind.LABORATORY, "State laboratory"), "DNA", moment, "intact", "24-77", "Dr. Eli")
    submission = submit_to_lab(actor, item, given, examination="DNA", expected_version=item.version)
    return {f"{route} number": item.number for route in ROUTES} | {
        "submission_id": str(submission.pk),
        "hand": "person",
    }


ROUTES = tuple(
    f"evidence/<slug:number>/{page}"
    for page in (
        "",
        "edit/",
        "pass/<slug:hand>/",
        "seal/",
        "unseal/",
        "keeping/",
        "disposal/",
        "laboratory/<int:submission_id>/",
    )
)


def _case_of(person: Membership) -> Record | None:
    """Return an invented record of the person's agency in which something is taken; None where no module has one."""
    actor = actor_for(person.pk, "investigation")
    if actor is None or "case" not in {kind.name for kind in kinds.all_kinds()}:
        return None
    for offer in registry.providers(SampleData):
        offer.load([actor], 1)
    rows: list[Record] = kinds.get("case").model_class.objects.page(actor, limit=1).rows  # type: ignore[attr-defined]
    return rows[0] if rows else None
