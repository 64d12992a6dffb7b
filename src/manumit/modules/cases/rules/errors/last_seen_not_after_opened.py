"""See the function."""

from datetime import timedelta

from django.utils.translation import gettext_lazy as _

from manumit.spine.workflow.rulebook import Finding

from ..facts import CaseFacts

ZONE_SLACK = timedelta(days=1)
"""Opening is kept in UTC: west of it, the local day may still be the one before; east of it, the one after."""


def last_seen_not_after_opened(facts: CaseFacts) -> Finding | None:
    """Nobody is last seen later than the day the case about them was opened (a day of slack for time zones)."""
    seen = facts.case.last_seen_earliest_on
    if seen is None or seen <= facts.opened_on + ZONE_SLACK:
        return None
    return Finding(("last_seen_earliest_on",), _("The date last seen is later than the day the case was opened."))
