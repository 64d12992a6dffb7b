"""How advisers' hours move, as a table: who takes which step, and why.

People with lived experience are asked as experts and paid as such: the 2024 fact sheet of the task force names the
network as consultants. That one person approves and another pays is the separation of duties of GAO-14-704G.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext_lazy as _

from manumit.spine.records.manifest import Text
from manumit.spine.workflow import Citation

from .choices import HoursState

DUTIES = Citation("GAO-14-704G, 10.12: segregation of duties", verified=False)


@dataclass(frozen=True, slots=True)
class HoursStep:
    """A step of hours: from where, to where, the act the policy must permit, and the words it asks for.

    `not_by` tells who may not take it although the policy permits; `why` says so to people.
    """

    name: str
    title: Text
    source: HoursState
    target: HoursState
    act: str
    asks: str
    not_by: Callable[[int, Any, int], bool]
    why: Text
    law: Citation = DUTIES


def _the_adviser(person: int, hours: Any, payee: int) -> bool:
    return person == payee


def _adviser_or_approver(person: int, hours: Any, payee: int) -> bool:
    return person in (payee, hours.approved_by_id)


OWN = _("These are your own hours: somebody else decides about them.")
BOTH = _("You approved these hours, or worked them: somebody else pays them.")

STEPS = {
    step.name: step
    for step in (
        HoursStep(
            "approve", _("Approve"), HoursState.RECORDED, HoursState.APPROVED, "approve", "", _the_adviser, OWN
        ),
        HoursStep(
            "return", _("Return"), HoursState.RECORDED, HoursState.RETURNED, "approve", "reason", _the_adviser, OWN
        ),
        HoursStep(
            "pay", _("Mark as paid"), HoursState.APPROVED, HoursState.PAID, "pay", "reference", _adviser_or_approver,
            BOTH,
        ),
    )
}  # fmt: skip
"""Returned hours end there; the adviser records them anew."""

ASKED = {"reason": _("Why are they returned?"), "reference": _("Reference of the payment")}
"""What each step asks for, by field."""

LONGEST = {"reason": 300, "reference": 60}
