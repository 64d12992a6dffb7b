"""See the function."""

from django.utils.translation import gettext_lazy as _

from manumit.spine.workflow.rulebook import Finding

from ..facts import PartFacts

DAYS = ("earliest_on", "taken_on", "identified_on", "determined_on", "consent_on", "used_from_on")


def part_not_in_the_future(facts: PartFacts) -> Finding | None:
    """What is told happened already."""
    late = [name for name in DAYS if (day := getattr(facts.part, name, None)) and day > facts.today]
    return Finding(tuple(late), _("This day lies in the future.")) if late else None
