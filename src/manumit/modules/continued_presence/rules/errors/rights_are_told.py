"""See the function."""

from django.utils.translation import gettext_lazy as _

from manumit.spine.workflow.rulebook import Finding

from ...choices import RIGHTS
from ..facts import RequestFacts


def rights_are_told(facts: RequestFacts) -> Finding | None:
    """Every right was told, on a day that has come. Source: 22 USC 7105(c)(2)."""
    told, day = set(facts.many("rights")), facts.day("told_on")
    if {code for code, _label in RIGHTS} <= told and day is not None and day <= facts.today:
        return None
    return Finding(("rights",), _("Tell the victim every right on the list first, and write on which day."))
