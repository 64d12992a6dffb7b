"""See the function."""

from datetime import date

from django.utils.translation import gettext_lazy as _

from manumit.spine.workflow.rulebook import Finding
from manumit.values.partial_date import PartialDate

from ...choices import Under18
from ..facts import SuspectFacts

OF_AGE = 18
"""Years. Source: 18 USC 5031; 18 USC 1591 names persons under 18."""


def adult_by_age(facts: SuspectFacts) -> Finding | None:
    """Nobody whose age or birth leaves it open that they are under 18 is called an adult."""
    suspect = facts.suspect
    young = (suspect.age_min is not None and suspect.age_min < OF_AGE) or _may_be_young(suspect.birth, facts.today)
    if suspect.under_18 != Under18.NO or not young:
        return None
    return Finding(("under_18",), _("Age or date of birth leave it open that the person is under 18: choose yes."))


def _may_be_young(birth: str, today: date) -> bool:
    latest = PartialDate.parse(birth).latest if birth else None
    return (
        latest is not None
        and (today.year - latest.year - ((today.month, today.day) < (latest.month, latest.day))) < OF_AGE
    )
