"""See the function."""

from django.utils.translation import gettext_lazy as _

from manumit.spine.workflow.rulebook import Finding

from ...choices import STATE_UNKNOWN
from ..facts import CaseFacts


def county_needs_state(facts: CaseFacts) -> Finding | None:
    """A county is only known together with its state, for many states share names of counties."""
    if facts.case.last_seen_county and facts.case.last_seen_state == STATE_UNKNOWN:
        return Finding(("last_seen_state",), _("Choose the state the county is in."))
    return None
