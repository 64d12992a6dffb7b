"""See the function."""

from django.utils.translation import gettext_lazy as _

from manumit.spine.workflow.rulebook import Finding

from ..facts import PartFacts

PAIRS = (("earliest_on", "latest_on"), ("from_on", "until_on"), ("used_from_on", "used_until_on"))


def part_dates_in_order(facts: PartFacts) -> Finding | None:
    """A stretch of time begins before it ends."""
    for first, last in PAIRS:
        begins, ends = getattr(facts.part, first, None), getattr(facts.part, last, None)
        if begins and ends and begins > ends:
            return Finding((first, last), _("The first day lies after the last."))
    return None
