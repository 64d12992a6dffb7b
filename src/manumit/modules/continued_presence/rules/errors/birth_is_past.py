"""See the function."""

from datetime import date

from django.utils.translation import gettext_lazy as _

from manumit.spine.workflow.rulebook import Finding

from ..facts import RequestFacts


def birth_is_past(facts: RequestFacts) -> Finding | None:
    """The date of birth is given, and lies between 1900 and today."""
    born = facts.day("birth_on")
    if born is None:
        return Finding(("birth_on",), _("Give the date of birth."))
    sound = date(1900, 1, 1) <= born <= facts.today
    return None if sound else Finding(("birth_on",), _("The date of birth must lie between 1900 and today."))
