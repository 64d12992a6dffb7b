"""See the function."""

from django.utils.translation import gettext_lazy as _

from manumit.spine.workflow.rulebook import Finding

from ...models import SuspectName
from ..facts import PartFacts


def name_says_something(facts: PartFacts) -> Finding | None:
    """A name has at least a given or a family name."""
    if not isinstance(facts.part, SuspectName) or facts.part.given_names or facts.part.family_name:
        return None
    return Finding(("given_names",), _("Give at least a given or a family name."))
