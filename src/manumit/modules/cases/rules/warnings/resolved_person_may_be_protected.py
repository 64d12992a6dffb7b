"""See the function."""

from django.utils.translation import gettext_lazy as _

from manumit.spine.workflow.rulebook import Finding

from ...choices import Outcome
from ..facts import CaseFacts

ALIVE = {Outcome.LOCATED_SAFE, Outcome.RETURNED_VOLUNTARILY}


def resolved_person_may_be_protected(facts: CaseFacts) -> Finding | None:
    """An adult located alive decides who learns where they are; write it nowhere but under sealed whereabouts."""
    if facts.case.outcome in ALIVE and facts.reason:
        return Finding(("reason",), _("Do not write here where the person is: record it under sealed whereabouts."))
    return None
