"""See the function."""

from django.utils.translation import gettext_lazy as _

from manumit.spine.workflow.rulebook import Finding

from ...choices import State
from ..facts import CaseFacts


def resolve_needs_confirmation(facts: CaseFacts) -> Finding | None:
    """A case is resolved with an outcome, and with the officer who saw or identified the person."""
    case = facts.case
    if case.state != State.RESOLVED:
        return None
    if not case.outcome:
        return Finding(("outcome",), _("Choose how the case ended."))
    if not case.confirmed_by.strip():
        return Finding(("confirmed_by",), _("Name the officer who saw or identified the person."))
    return None
