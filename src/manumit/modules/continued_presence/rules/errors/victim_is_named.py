"""See the function."""

from django.utils.translation import gettext_lazy as _

from manumit.spine.workflow.rulebook import Finding

from ..facts import RequestFacts


def victim_is_named(facts: RequestFacts) -> Finding | None:
    """The victim is named as far as known."""
    return facts.demand(_("Give the family name; write “unknown” if nobody knows it."), "family_name")
