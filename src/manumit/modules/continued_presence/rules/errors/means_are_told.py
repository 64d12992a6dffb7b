"""See the function."""

from django.utils.translation import gettext_lazy as _

from manumit.spine.workflow.rulebook import Finding

from ..facts import RequestFacts


def means_are_told(facts: RequestFacts) -> Finding | None:
    """Force, fraud or coercion is told, except for sex trafficking of somebody under 18. Source: 22 USC 7102(11)."""
    return facts.demand(_("Tell how: force, fraud or coercion."), "means", "means_words")
