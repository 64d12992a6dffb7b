"""See the function."""

from django.utils.translation import gettext_lazy as _

from manumit.spine.workflow.rulebook import Finding

from ..facts import RequestFacts, years_between

OF_AGE = 18
"""Years. Source: 22 USC 7102(11)(A)."""


def under_18_fits_birth(facts: RequestFacts) -> Finding | None:
    """Who is under 18 now was under 18 while it happened."""
    born = facts.day("birth_on")
    young = born is not None and years_between(born, facts.today) < OF_AGE
    if not young or facts.answers.get("under_18") == "yes":
        return None
    return Finding(("under_18",), _("By the date of birth the victim is under 18 today: choose yes."))
