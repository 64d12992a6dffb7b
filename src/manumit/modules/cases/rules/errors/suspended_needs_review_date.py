"""See the function."""

from django.utils.translation import gettext_lazy as _

from manumit.spine.workflow.rulebook import Finding

from ...choices import State
from ..facts import CaseFacts


def suspended_needs_review_date(facts: CaseFacts) -> Finding | None:
    """A suspended case carries the date of its next review by a supervisor."""
    if facts.case.state == State.SUSPENDED and facts.case.review_on is None:
        return Finding(("review_on",), _("Give the date of the next review."))
    return None
