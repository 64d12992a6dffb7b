"""See the function."""

from django.utils.translation import gettext_lazy as _

from manumit.spine.workflow.rulebook import Finding

from ..facts import CaseFacts

EARLIEST_LIKELY_YEAR = 1900


def seen_within_living_memory(facts: CaseFacts) -> Finding | None:
    """A date last seen before 1900 is more often a slip of the keys than a case."""
    seen = facts.case.last_seen_earliest_on
    if seen and seen.year < EARLIEST_LIKELY_YEAR:
        return Finding(("last_seen_earliest_on",), _("The date last seen is before 1900. Check the year."))
    return None
