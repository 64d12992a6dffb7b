"""See the function."""

from django.utils.translation import gettext_lazy as _

from manumit.spine.workflow.rulebook import Finding

from ...choices import CaseType, Outcome
from ..facts import CaseFacts


def deceased_needs_remains(facts: CaseFacts) -> Finding | None:
    """A missing person located deceased is named with the case of the remains and the method of identification."""
    case = facts.case
    if case.case_type == CaseType.MISSING and case.outcome == Outcome.LOCATED_DECEASED:
        return Finding(
            ("outcome",), _("Add the number of the remains' case and the method by which they were identified.")
        )
    return None
