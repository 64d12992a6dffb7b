"""See the function."""

from django.utils.translation import gettext_lazy as _

from manumit.spine.workflow.rulebook import Finding

from ..facts import RequestFacts


def officer_attests(facts: RequestFacts) -> Finding | None:
    """The officer attests to truth, and that nothing was offered for cooperation."""
    both = {"true", "no_bargain"} <= set(facts.many("attested"))
    return None if both else Finding(("attested",), _("Attest to both sentences."))
