"""Values for the arguments of this module's addresses, for the tests that visit every page."""

from typing import Any

from manumit.spine.access import kinds
from manumit.spine.access.actors import actor_for
from manumit.spine.identity.models import Membership
from manumit.spine.records import registry
from manumit.spine.records.manifest import SampleData

from ..actions.raise_links import raise_links
from ..models import Candidate

WANTED = 60
"""Invented cases among which some share a telephone."""
ROUTES = ("links/<int:pk>/", "links/<int:pk>/undo/")


def examples(person: Membership) -> dict[str, str]:
    """Raise the links of invented cases of any module, and return values by argument."""
    actor = actor_for(person.pk, "investigation")
    if actor and "case" in {kind.name for kind in kinds.all_kinds()}:
        for offer in registry.providers(SampleData):
            offer.load([actor], WANTED)
        model: Any = kinds.get("case").model_class
        for case_id in model.objects.visible_to(actor).filter(owner=actor.agency_id).values_list("pk", flat=True):
            raise_links(None, "case", [case_id])
            if Candidate.unscoped.exists():
                break
    found = Candidate.unscoped.first()
    return {f"{route} pk": str(found.pk if found else 0) for route in ROUTES}
