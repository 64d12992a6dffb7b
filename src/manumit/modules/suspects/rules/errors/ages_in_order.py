"""See the function."""

from decimal import Decimal

from django.utils.translation import gettext_lazy as _

from manumit.spine.workflow.rulebook import Finding

from ..facts import SuspectFacts

OLDEST = Decimal(125)
"""Years. The longest life on record is 122."""


def ages_in_order(facts: SuspectFacts) -> Finding | None:
    """An age runs from the lower to the higher, from birth to at most 125 years."""
    ages = [age for age in (facts.suspect.age_min, facts.suspect.age_max) if age is not None]
    if ages == sorted(ages) and all(0 <= age <= OLDEST for age in ages):
        return None
    return Finding(("age_min", "age_max"), _("Ages run from the lower to the higher, between 0 and 125 years."))
