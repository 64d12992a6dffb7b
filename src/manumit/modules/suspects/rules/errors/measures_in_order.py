"""See the function."""

from django.utils.translation import gettext_lazy as _

from manumit.spine.workflow.rulebook import Finding

from ..facts import SuspectFacts

MOST = {"height": 108, "weight": 1500}
"""Inches and pounds: above the tallest and the heaviest person on record."""


def measures_in_order(facts: SuspectFacts) -> Finding | None:
    """Height and weight run upward, and are those of a person."""
    for what, most in MOST.items():
        both = (getattr(facts.suspect, f"{what}_min"), getattr(facts.suspect, f"{what}_max"))
        ends = [end for end in both if end is not None]
        if ends != sorted(ends) or not all(0 <= end <= most for end in ends):
            return Finding((f"{what}_min", f"{what}_max"), _("Heights and weights run from the lower to the higher."))
    return None
