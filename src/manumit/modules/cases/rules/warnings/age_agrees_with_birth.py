"""See the function."""

from datetime import date

from django.utils.translation import gettext_lazy as _

from manumit.spine.workflow.rulebook import Finding
from manumit.values.partial_date import PartialDate

from ...models import CasePerson
from ..facts import CaseFacts

SLACK = 1
"""Years: the birthday may lie on either side of the day last seen."""


def age_agrees_with_birth(facts: CaseFacts) -> Finding | None:
    """The age when last seen agrees with the year of birth, give or take a year."""
    seen = facts.case.last_seen_earliest_on
    if seen and any(_disagrees(person, seen) for person in facts.people):
        return Finding(("birth", "age_min"), _("Age and date of birth do not agree. Check which one is right."))
    return None


def _disagrees(person: CasePerson, seen: date) -> bool:
    if not person.birth or person.age_min is None:
        return False
    born = PartialDate.parse(person.birth)
    first, last = born.earliest or born.latest, born.latest or born.earliest
    if first is None or last is None:
        return False
    oldest = person.age_max if person.age_max is not None else person.age_min
    youngest_then, oldest_then = seen.year - last.year, seen.year - first.year
    return oldest_then < int(person.age_min) - SLACK or youngest_then > int(oldest) + SLACK
