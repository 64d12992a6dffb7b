"""See the function."""

from datetime import timedelta

from django.utils.translation import gettext_lazy as _

from manumit.spine.workflow.rulebook import Finding

from ..facts import CaseFacts


def dates_in_order(facts: CaseFacts) -> Finding | None:
    """A range of dates last seen runs forward; a report comes neither before it nor after the case was opened."""
    case = facts.case
    earliest, latest, reported = case.last_seen_earliest_on, case.last_seen_latest_on, case.reported_on
    if earliest and latest and earliest > latest:
        return Finding(("last_seen_latest_on", "last_seen_earliest_on"), _("The second date comes before the first."))
    if earliest and reported and reported < earliest:
        return Finding(("reported_on",), _("The report comes before the person was last seen."))
    if reported and reported > facts.opened_on + timedelta(days=1):
        return Finding(("reported_on",), _("The report comes after the case was opened."))
    return None
