"""See the function."""

from django.utils.translation import gettext_lazy as _

from manumit.spine.workflow.rulebook import Finding

from ...models import Vehicle
from ..facts import PartFacts

FIRST_CAR = 1885


def years_in_order(facts: PartFacts) -> Finding | None:
    """Model years run upward, from the first car to next year's models."""
    if not isinstance(facts.part, Vehicle):
        return None
    years = [year for year in (facts.part.year_min, facts.part.year_max) if year is not None]
    if years == sorted(years) and all(FIRST_CAR <= year <= facts.today.year + 2 for year in years):
        return None
    return Finding(("year_min", "year_max"), _("Model years run from the earlier to the later, 1885 at the least."))
