"""See the function."""

from django.utils.translation import gettext_lazy as _

from manumit.spine.workflow.rulebook import Finding

from ...choices import CaseType, Outcome
from ..facts import CaseFacts

LIVING = {Outcome.LOCATED_SAFE, Outcome.RETURNED_VOLUNTARILY, Outcome.IN_CUSTODY}
DEATHS = {CaseType.HOMICIDE, CaseType.SUSPICIOUS_DEATH, CaseType.UNIDENTIFIED_REMAINS, CaseType.UNCLAIMED}


def outcome_fits_type(facts: CaseFacts) -> Finding | None:
    """Only remains are identified, and nobody is found alive in a case about a death."""
    case_type, outcome = facts.case.case_type, facts.case.outcome
    wrong_identity = outcome == Outcome.IDENTIFIED and case_type != CaseType.UNIDENTIFIED_REMAINS
    if wrong_identity or (outcome in LIVING and case_type in DEATHS):
        return Finding(("outcome",), _("This outcome does not fit the type of case. Correct the type first."))
    return None
