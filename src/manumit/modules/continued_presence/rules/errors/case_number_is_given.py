"""See the function."""

from django.utils.translation import gettext_lazy as _

from manumit.spine.workflow.rulebook import Finding

from ..facts import RequestFacts


def case_number_is_given(facts: RequestFacts) -> Finding | None:
    """The agency's own case number is given."""
    return facts.demand(_("Give your case number."), "case_number")
