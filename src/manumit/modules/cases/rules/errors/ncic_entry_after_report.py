"""See the function."""

from django.utils.translation import gettext_lazy as _

from manumit.spine.workflow.rulebook import Finding

from ..facts import CaseFacts


def ncic_entry_after_report(facts: CaseFacts) -> Finding | None:
    """NCIC takes an entry on the day of the report or later."""
    case = facts.case
    if not case.ncic_entered_on or not case.reported_on or case.ncic_entered_on >= case.reported_on:
        return None
    return Finding(("ncic_entered_on", "reported_on"), _("The entry in NCIC lies before the report."))
