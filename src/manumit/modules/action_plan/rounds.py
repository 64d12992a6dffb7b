"""The round: who is reminded of what, when, and who is told when nothing happens; `actions/reminding.py` computes it.

Each row names its `source` with its mark: [S] read in that source, [K] known and not
verified there, [D] decided here, for no law sets it.
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
    source: str


DAYS_BEFORE = "[D] Practice of the task force's agencies: 90, 30 and 0 days before, then the agency's principal"
QUARTERLY = "[D] Quarterly reports to the Senior Policy Operating Group; the day counts are this plan's own"
ANSWERS = "[K] 90 days to answer, as under the Not Invisible Act of 2019 (Pub. L. 116-166); taken over for every body"
GAO_ONE = "[S] GAO-23-105390, recommendation 1: indicators are chosen before a dialogue"
JOINT = "[D] A joint promise is kept when each of its agencies says so"
ESCALATES_AFTER = 7 * DAY
"""[D] A notice of a day that has come and is unseen so long goes to the agency's supervisors."""


def _step(
    code: str, days: int, roles: frozenset[str], title: Promise, source: str, *, secretariat: bool = False
) -> Step:
    urgent = days <= 0
    event = Event(f"plan_{code}", title, Mail.AT_ONCE if urgent else Mail.DAILY, ESCALATES_AFTER if urgent else None)
    return Step(code, days, roles, secretariat, event, source)


COMMITMENT = (
    _step("due_90", 90, CONTACTS, _("A commitment is due in 90 days"), DAYS_BEFORE),
    _step("due_30", 30, CONTACTS, _("A commitment is due in 30 days"), DAYS_BEFORE),
    _step("due_0", 0, AGENCY, _("A commitment is due today"), DAYS_BEFORE),
    _step("overdue", -1, LEADS, _("A commitment is overdue"), DAYS_BEFORE, secretariat=True),
)
"""Before a commitment's day; once it is over the agency's lead and the secretariat are told."""

QUARTER = (
    _step("quarter_open", -1, CONTACTS, _("The quarter has ended: reports are due"), QUARTERLY),
    _step("quarter_again", -15, CONTACTS, _("Reports of the quarter are still missing"), QUARTERLY),
    _step("quarter_late", -30, LEADS, _("Reports of the quarter are 30 days late"), QUARTERLY, secretariat=True),
)
"""After a quarter's last day, an agency at a time, beside the first commitment it has not reported on."""

RECOMMENDATION = (
    _step("answer_60", 30, AGENCY, _("A recommendation has had no answer for 60 days"), ANSWERS),
    _step("answer_90", 0, LEADS, _("The day to answer a recommendation has come"), ANSWERS, secretariat=True),
)
"""Before the day by which a recommendation is to be answered, 90 days after it was made."""

DIALOGUE = (_step("dialogue_60", 60, SECRETARIAT, _("A dialogue in 60 days has no indicators chosen"), GAO_ONE),)
"""Before a yearly dialogue is due (GAO-23-105390, recommendation 1)."""

DISAGREE = Step(
    "disagree", 0, AGENCY, True,
    Event("plan_disagree", _("Agencies disagree on a joint commitment"), Mail.AT_ONCE), JOINT,
)  # fmt: skip
"""When a partner's newest word differs from the status that stands."""

STEPS = (*COMMITMENT, *QUARTER, *RECOMMENDATION, *DIALOGUE, DISAGREE)
ADVICE_ASKED = Event("plan_advice_asked", _("You are asked for advice"), Mail.DAILY)
"""Told to those a new request for advice is for."""

EVENTS = (*(step.event for step in STEPS), ADVICE_ASKED)
