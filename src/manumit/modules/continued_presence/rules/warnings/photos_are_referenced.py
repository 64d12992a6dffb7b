"""See the function."""

from django.utils.translation import gettext_lazy as _

from manumit.spine.workflow.rulebook import Finding

from ..facts import RequestFacts


def photos_are_referenced(facts: RequestFacts) -> Finding | None:
    """Photographs and fingerprints are kept somewhere."""
    return facts.demand(_("Say where photographs and fingerprints are kept: DHS will ask."), "photos")
