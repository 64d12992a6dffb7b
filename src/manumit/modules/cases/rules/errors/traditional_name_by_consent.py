"""See the function."""

from django.utils.translation import gettext_lazy as _

from manumit.spine.workflow.rulebook import Finding

from ...models import TraditionalName
from ..facts import PartFacts


def traditional_name_by_consent(facts: PartFacts) -> Finding | None:
    """A traditional name is recorded with who of the family consented, and when."""
    name = facts.part
    if not isinstance(name, TraditionalName) or (name.consent_by and name.consent_on):
        return None
    return Finding(("consent_by", "consent_on"), _("Say who of the family consented, and when."))
