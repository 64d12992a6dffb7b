"""See the function."""

from django.utils.translation import gettext_lazy as _

from manumit.spine.workflow.rulebook import Finding

from ..facts import RequestFacts


def supervisor_is_named(facts: RequestFacts) -> Finding | None:
    """The supervisor is named, with a telephone."""
    return facts.demand(_("Name the supervisor, with a telephone."), "supervisor_name", "supervisor_phone")
