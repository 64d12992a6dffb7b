"""See the function."""

from django.utils.translation import gettext_lazy as _

from manumit.spine.workflow.rulebook import Finding

from ...models import Basis
from ..facts import PartFacts


def basis_is_past(facts: PartFacts) -> Finding | None:
    """A basis was learned on a day that has come: nobody is suspected for what will be."""
    if not isinstance(facts.part, Basis) or facts.part.known_on <= facts.today:
        return None
    return Finding(("known_on",), _("That day is still to come: give the day on which the agency learned it."))
