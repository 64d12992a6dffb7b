"""See the function."""

from django.utils.translation import gettext_lazy as _

from manumit.spine.workflow.rulebook import Finding

from ...choices import DatePrecision
from ..facts import CaseFacts


def unknown_is_explicit(facts: CaseFacts) -> Finding | None:
    """A date last seen is either given, or said to be unknown: never left blank, never both."""
    case = facts.case
    dated = case.last_seen_earliest_on is not None or case.last_seen_latest_on is not None
    unknown = case.last_seen_precision == DatePrecision.UNKNOWN
    if dated and unknown:
        return Finding(("last_seen_precision",), _("A date is given, but its precision says it is not known."))
    if not dated and not unknown:
        return Finding(("last_seen_earliest_on",), _("Give the date last seen, or choose “Not known”."))
    return None
