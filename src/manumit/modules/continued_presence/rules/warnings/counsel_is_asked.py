"""See the function."""

from django.utils.translation import gettext_lazy as _

from manumit.spine.workflow.rulebook import Finding

from ..facts import RequestFacts


def counsel_is_asked(facts: RequestFacts) -> Finding | None:
    """The victim has a lawyer or representative."""
    return facts.demand(_("Nobody represents the victim yet: tell them where to find a lawyer."), "counsel")
