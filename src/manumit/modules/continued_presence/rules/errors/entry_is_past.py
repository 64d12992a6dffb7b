"""See the function."""

from django.utils.translation import gettext_lazy as _

from manumit.spine.workflow.rulebook import Finding

from ..facts import RequestFacts


def entry_is_past(facts: RequestFacts) -> Finding | None:
    """The last entry is no later than today, and not before birth."""
    entered, born = facts.day("entered_on"), facts.day("birth_on")
    late = entered is not None and entered > facts.today
    early = entered is not None and born is not None and entered < born
    return Finding(("entered_on",), _("The last entry lies between birth and today.")) if late or early else None
