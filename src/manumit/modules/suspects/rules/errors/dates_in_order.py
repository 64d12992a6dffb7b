"""See the function."""

from django.utils.translation import gettext_lazy as _

from manumit.spine.workflow.rulebook import Finding

from ..facts import PartFacts

PAIRS = (("used_from_on", "used_until_on"), ("filed_on", "disposed_on"), ("year_min", "year_max"))


def dates_in_order(facts: PartFacts) -> Finding | None:
    """What has a beginning and an end begins first: use of a telephone, a charge, the years of a vehicle."""
    for first, last in PAIRS:
        begins, ends = getattr(facts.part, first, None), getattr(facts.part, last, None)
        if begins is not None and ends is not None and begins > ends:
            return Finding((last, first), _("The end lies before the beginning."))
    return None
