"""The four rules that GAO-23-105390 asks of partnerships, as a table: what is asked, why, and what breaks it.

The Government Accountability Office found in 2023 that compacts were overseen without chosen indicators, yearly
targets, records of what partners gave, or plans for afterwards (recommendations 1 to 4).
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext_lazy as _

from manumit.spine.records.manifest import Text
from manumit.spine.workflow import Citation

from .models import Partnership, PartnershipContribution, PartnershipIndicator
from .refusing import Refused

GAO = "GAO-23-105390"


@dataclass(frozen=True, slots=True)
class Rule:
    """A rule: its code, why it stands, and its source."""

    code: str
    why: Text
    source: Citation


DIALOGUE_NEEDS_INDICATORS = Rule(
    "dialogue_needs_indicators",
    _("Choose beforehand which indicators the dialogue is about: otherwise it reports activity, not results."),
    Citation(f"{GAO}, recommendation 1", verified=False),
)
TARGET_EACH_YEAR = Rule(
    "target_each_year",
    _("Give the indicator a target for every year: without it nobody can say whether the partnership is on course."),
    Citation(f"{GAO}, recommendation 2", verified=False),
)
CONTRIBUTIONS_TRACKED = Rule(
    "contributions_tracked",
    _("Say what each side gave in the years past, planned and actual, before the partnership goes on or closes."),
    Citation(f"{GAO}, recommendation 3", verified=False),
)
SUSTAINED = Rule(
    "sustained",
    _("Write the sustainability plan before the last year begins: what is started must not end with the money."),
    Citation(f"{GAO}, recommendation 4", verified=False),
)
RULES = (DIALOGUE_NEEDS_INDICATORS, TARGET_EACH_YEAR, CONTRIBUTIONS_TRACKED, SUSTAINED)


def demand_targets(partnership: Partnership, indicator: PartnershipIndicator) -> None:
    """Raise Refused unless the indicator has a target for each year of the partnership."""
    if {str(year) for year in partnership.years} - set(indicator.targets):
        raise Refused(str(TARGET_EACH_YEAR.why), code=TARGET_EACH_YEAR.code)


def demand_chosen(indicators: Sequence[int], known: Sequence[int]) -> None:
    """Raise Refused unless indicators of this partnership were chosen."""
    if not indicators or set(indicators) - set(known):
        raise Refused(str(DIALOGUE_NEEDS_INDICATORS.why), code=DIALOGUE_NEEDS_INDICATORS.code)


def demand_tracked(given: Sequence[PartnershipContribution], day: date) -> None:
    """Raise Refused where a contribution planned for a year past has no actual value, or none is planned at all."""
    if not given or any(each.actual is None for each in given if each.year < day.year):
        raise Refused(str(CONTRIBUTIONS_TRACKED.why), code=CONTRIBUTIONS_TRACKED.code)


def demand_sustained(partnership: Partnership, day: date) -> None:
    """Raise Refused where the last year has begun and no sustainability plan is written."""
    if day.year >= partnership.ends_on.year and not partnership.sustainability_plan.strip():
        raise Refused(str(SUSTAINED.why), code=SUSTAINED.code)
