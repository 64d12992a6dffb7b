"""See the function."""

from django.utils.translation import gettext_lazy as _

from manumit.spine.workflow.rulebook import Finding

from ..facts import RequestFacts

ASKED = ("civil_court", "civil_docket", "civil_on")


def civil_action_is_complete(facts: RequestFacts) -> Finding | None:
    """A civil action has its court, docket number and day. Source: 18 USC 1595."""
    day = facts.day("civil_on")
    if day is not None and day > facts.today:
        return Finding(("civil_on",), _("The action cannot be filed after today."))
    return facts.demand(_("Give court, docket number and day of the civil action."), *ASKED)
