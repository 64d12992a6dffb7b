"""See the function."""

from django.utils.translation import gettext_lazy as _

from manumit.spine.workflow.rulebook import Finding

from ...models import SuspectVehicle
from ..facts import PartFacts


def partial_plate_says_so(facts: PartFacts) -> Finding | None:
    """A plate with question marks is a partial one, so that it is never compared as a whole."""
    part = facts.part
    if not isinstance(part, SuspectVehicle) or "?" not in part.plate_number or part.plate_partial:
        return None
    return Finding(("plate_partial",), _("Question marks stand for what nobody saw: say that the plate is partial."))
