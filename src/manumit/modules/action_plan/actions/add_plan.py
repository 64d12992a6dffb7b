"""Enter a plan with its pillars, principles and priority actions, word for word."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from manumit.spine.identity.actor import Actor
from manumit.spine.records import action

from ..models import Pillar, Plan, Principle, PriorityAction
from ..reading.particulars import due_in
from .opening import opened


@dataclass(frozen=True)
class ActionText:
    """A priority action as the plan words it; agencies by code."""

    number: str
    text: str
    leads: Sequence[str]
    supporting: Sequence[str] = ()
    timeline: str = ""


@dataclass(frozen=True)
class PrincipleText:
    """A principle and its actions."""

    number: str
    text: str
    actions: Sequence[ActionText] = ()


@dataclass(frozen=True)
class PillarText:
    """A pillar as the plan names it, the pillar it is mapped to, and its principles."""

    pillar: str
    title: str
    principles: Sequence[PrincipleText] = field(default_factory=tuple)


@action("plan.add")
def add_plan(
    actor: Actor,
    values: dict[str, Any],
    pillars: Sequence[PillarText] = (),
    *,
    source: str,
    origin: str = "entered",
) -> Plan:
    """Enter a plan. Due dates are computed from each action's timeline and the day of adoption.

    Raises Denied, ValidationError by field.
    """
    plan = opened(actor, Plan(**values), "plan.add", source=source, origin=origin, pillars=len(pillars))
    for position, text in enumerate(pillars, 1):
        pillar = Pillar(plan=plan, pillar=text.pillar, title=text.title, position=position)
        pillar.save()
        for each in text.principles:
            _add_principle(plan, pillar, each)
    return plan


def _add_principle(plan: Plan, pillar: Pillar, text: PrincipleText) -> None:
    principle = Principle(plan=plan, pillar=pillar, number=text.number, text=text.text)
    principle.save()
    for each in text.actions:
        PriorityAction(
            plan=plan, principle=principle, number=each.number, text=each.text, timeline=each.timeline,
            leads=list(each.leads), supporting=list(each.supporting),
            due_on=computed_due(each.timeline, plan.adopted_on),
        ).save()  # fmt: skip


def computed_due(timeline: str, adopted_on: date | None) -> date | None:
    """Return the day the words of a timeline mean, counted from the day of adoption; None where they mean none."""
    return due_in(timeline, adopted_on)[0]
