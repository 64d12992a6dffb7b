"""See the function."""

from django.utils.translation import gettext_lazy as _

from manumit.spine.workflow.rulebook import Finding

from ..facts import RequestFacts


def mailing_is_given(facts: RequestFacts) -> Finding | None:
    """There is an address to which a letter is safe."""
    return facts.demand(_("Give an address to which a letter is safe."), "mailing")
