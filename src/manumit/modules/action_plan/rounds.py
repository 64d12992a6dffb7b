"""The round: who is reminded of what, when, and who is told when nothing happens; `actions/reminding.py` computes it.

The day counts are those of docs/modules/action-plan.md; agencies' 90/30/0 days, the council's 60/90.
"""

from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from manumit.spine.workflow.notices import Event
from manumit.spine.workflow.notices.events import DAY, Mail

CONTACTS = frozenset({"plan_contact"})
AGENCY = frozenset({"plan_contact", "plan_lead"})
LEADS = frozenset({"plan_lead"})
SECRETARIAT = frozenset({"secretariat"})


@dataclass(frozen=True, slots=True)
class Step:
    """A step of the round: its event, whom of the answering agency it tells, and whether the secretariat too.

    `days` before the day it is about; negative: after it. Of the steps of a round only the last one reached is told.
    """

    code: str
    days: int
    roles: frozenset[str]
    secretariat: bool
    event: Event


def _step(code: str, days: int, roles: frozenset[str], title: Promise, *, secretariat: bool = False) -> Step:
    urgent = days <= 0
    event = Event(f"plan_{code}", title, Mail.AT_ONCE if urgent else Mail.DAILY, 7 * DAY if urgent else None)
    return Step(code, days, roles, secretariat, event)


COMMITMENT = (
    _step("due_90", 90, CONTACTS, _("A commitment is due in 90 days")),
    _step("due_30", 30, CONTACTS, _("A commitment is due in 30 days")),
    _step("due_0", 0, AGENCY, _("A commitment is due today")),
    _step("overdue", -1, LEADS, _("A commitment is overdue"), secretariat=True),
)
"""Before a commitment's day; once it is over the agency's lead and the secretariat are told."""

QUARTER = (
    _step("quarter_open", 0, CONTACTS, _("The quarter has ended: reports are due")),
    _step("quarter_again", -15, CONTACTS, _("Reports of the quarter are still missing")),
    _step("quarter_late", -30, LEADS, _("Reports of the quarter are 30 days late"), secretariat=True),
)
"""After a quarter's last day, an agency at a time, beside the first commitment it has not reported on."""

RECOMMENDATION = (
    _step("answer_60", 30, AGENCY, _("A recommendation has had no answer for 60 days")),
    _step("answer_90", 0, LEADS, _("The day to answer a recommendation has come"), secretariat=True),
)
"""Before the day by which a recommendation is to be answered, 90 days after it was made."""

DIALOGUE = (_step("dialogue_60", 60, SECRETARIAT, _("A dialogue in 60 days has no indicators chosen")),)
"""Before a yearly dialogue is due (GAO-23-105390, recommendation 1)."""

DISAGREE = Step(
    "disagree", 0, AGENCY, True, Event("plan_disagree", _("Agencies disagree on a joint commitment"), Mail.AT_ONCE)
)
"""When a partner's newest word differs from the status that stands."""

STEPS = (*COMMITMENT, *QUARTER, *RECOMMENDATION, *DIALOGUE, DISAGREE)
EVENTS = tuple(step.event for step in STEPS)
