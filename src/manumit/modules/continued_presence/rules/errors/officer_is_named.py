"""See the function."""

from django.utils.translation import gettext_lazy as _

from manumit.spine.workflow.rulebook import Finding

from ..facts import RequestFacts


def officer_is_named(facts: RequestFacts) -> Finding | None:
    """The officer who asks is named, with a telephone."""
    return facts.demand(_("Name the officer who asks, with a telephone."), "officer_name", "officer_phone")
