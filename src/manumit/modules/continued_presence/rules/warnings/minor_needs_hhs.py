"""See the function."""

from django.utils.translation import gettext_lazy as _

from manumit.spine.workflow.rulebook import Finding

from ..facts import RequestFacts, years_between

OF_AGE = 18


def minor_needs_hhs(facts: RequestFacts) -> Finding | None:
    """HHS is told within 24 hours of a minor who may be trafficked. Source: 22 USC 7105(b)(1)(H)."""
    born = facts.day("birth_on")
    young = born is not None and years_between(born, facts.today) < OF_AGE
    told = _("Under 18: tell HHS within 24 hours. A minor needs neither this request nor cooperation for help.")
    return Finding(("birth_on",), told) if young else None
