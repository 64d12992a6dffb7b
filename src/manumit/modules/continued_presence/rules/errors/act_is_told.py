"""See the function."""

from django.utils.translation import gettext_lazy as _

from manumit.spine.workflow.rulebook import Finding

from ..facts import RequestFacts


def act_is_told(facts: RequestFacts) -> Finding | None:
    """What the trafficker did is told. Source: 22 USC 7102(11)."""
    return facts.demand(_("Tell what the trafficker did."), "acts", "act_words")
