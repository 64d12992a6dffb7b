"""See the function."""

from django.utils.translation import gettext_lazy as _

from manumit.spine.workflow.rulebook import Finding

from ..facts import CaseFacts

MOST = {"height": 108, "weight": 1500}
"""Inches and pounds: above the tallest and the heaviest person on record."""


def measures_sane(facts: CaseFacts) -> Finding | None:
    """Height and weight run upward, and are those of a person."""
    for person in facts.people:
        for what, most in MOST.items():
            ends = [end for end in (getattr(person, f"{what}_min"), getattr(person, f"{what}_max")) if end is not None]
            if ends != sorted(ends) or not all(0 <= end <= most for end in ends):
                return Finding(
                    (f"{what}_min", f"{what}_max"), _("Heights and weights run from the lower to the higher.")
                )
    return None
