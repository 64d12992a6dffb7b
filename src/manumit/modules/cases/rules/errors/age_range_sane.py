"""See the function."""

from decimal import Decimal

from django.utils.translation import gettext_lazy as _

from manumit.spine.workflow.rulebook import Finding

from ...models import CasePerson
from ..facts import CaseFacts

OLDEST = Decimal(125)
"""Years. The longest life on record is 122."""


def age_range_sane(facts: CaseFacts) -> Finding | None:
    """An age range runs upward, from birth to at most 125 years."""
    if all(_sane(person) for person in facts.people):
        return None
    return Finding(("age_min", "age_max"), _("Ages run from the lower to the higher, between 0 and 125 years."))


def _sane(person: CasePerson) -> bool:
    ages = [age for age in (person.age_min, person.age_max) if age is not None]
    return ages == sorted(ages) and all(0 <= age <= OLDEST for age in ages)
