"""What must hold of a row of a plan or partnership before it is written. Each raises Refused naming field and fix."""

from datetime import timedelta
from typing import Any

from django.utils.translation import gettext_lazy as _

from . import partnership_rules
from .reading.particulars import due_in
from .refusing import Refused

MOST_YEARS = 5
"""22 USC 7103a: a compact runs for at most five years."""

LONGEST = timedelta(days=MOST_YEARS * 366)


def nothing(record: Any, row: Any) -> None:
    """Ask nothing."""


def dated(plan: Any, action: Any) -> None:
    """Compute the day the words of a timeline mean, counted from adoption."""
    action.due_on = due_in(action.timeline, plan.adopted_on)[0]


def known_commitment(plan: Any, decision: Any) -> None:
    """A decision leads to a commitment that is written as its number is."""
    number = decision.commitment_number
    if number and not number.startswith("AC-"):
        raise Refused({"commitment_number": _("Write the number of a commitment, such as AC-7K2M-9QF, or nothing.")})


def done_with_result(partnership: Any, activity: Any) -> None:
    """What is done says what came of it: the complaint of GAO-23-105390 is activity without results."""
    if activity.done_on and not activity.result.strip():
        raise Refused({"result": _("Say what came of it: that something took place is no result.")})


def targeted(partnership: Any, indicator: Any) -> None:
    """An indicator has a target for every year; what was reached is reached in a year of the partnership."""
    partnership_rules.demand_targets(partnership, indicator)


def within_years(partnership: Any, contribution: Any) -> None:
    """A contribution is of a year of the partnership."""
    if contribution.year not in partnership.years:
        years = f"{partnership.years[0]}-{partnership.years[-1]}"
        raise Refused({"year": _("The partnership runs through %(years)s.") % {"years": years}})


def agreed_beforehand(partnership: Any, dialogue: Any) -> None:
    """A dialogue is about chosen indicators, within the partnership; its last year needs the sustainability plan."""
    partnership_rules.demand_chosen(dialogue.indicators, dialogue.indicators)
    if not partnership.begins_on <= dialogue.held_on <= partnership.ends_on:
        raise Refused({"held_on": _("This day is outside the partnership. Amend its last day first, or mend the day.")})
    partnership_rules.demand_sustained(partnership, dialogue.held_on)


def amended(partnership: Any, amendment: Any) -> None:
    """The last day may move, five years at the most; the day that stood stays in sight."""
    amendment.ended_on = partnership.ends_on if amendment.ends_on else None
    if amendment.ends_on and amendment.ends_on <= partnership.begins_on:
        raise Refused({"ends_on": _("It would end before it begins.")})
    if amendment.ends_on and amendment.ends_on - partnership.begins_on > LONGEST:
        raise Refused({"ends_on": _("A partnership runs for at most five years (22 USC 7103a).")})
