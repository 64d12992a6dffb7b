"""See the function."""

from django.utils.translation import gettext_lazy as _

from manumit.spine.workflow.rulebook import Finding

from ..facts import RequestFacts


def investigation_is_described(facts: RequestFacts) -> Finding | None:
    """It is told where the investigation stands and what connects the victims with it."""
    return facts.demand(
        _("Say where the investigation stands and what connects the victim with it."), "investigation", "nexus"
    )
