"""Invent tips for the demonstration, through the same actions as everybody else's."""

import secrets
from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta
from typing import Any

from django.utils import timezone

from manumit.spine.access import kinds
from manumit.spine.identity.actor import Actor
from manumit.spine.identity.models import Agency
from manumit.spine.records import Record

from ..choices import Channel, Danger
from ..form_token import FormToken
from ..models import Tip, TipDesk
from .answer_giver import answer_giver
from .arrival import Arrival
from .link_case import link_case
from .move_tip import move_tip
from .receive_tip import receive_tip

MOST = 24
ORIGIN = "sample"
SAID = (
    ("A grey van stopped at the bus depot and a girl got in. The driver called her by another name.", "The depot"),
    ("Two women at the motel never leave their room. A man collects the key each morning.", "Motel on Route 3"),
    ("The workers at the packing shed sleep there. Their papers are with the foreman.", "Packing shed, river road"),
    ("My cousin wrote that she is not allowed to use her telephone alone.", ""),
    ("I think I saw the man of the poster buying petrol.", "Filling station by the bridge"),
    ("Cheap watches, best prices!!!", ""),
)
GIVERS: tuple[dict[str, str], ...] = (
    {},
    {"name": "Rosa Fallow", "telephone": "406 555 0142", "safe": "yes", "when": "After six"},
    {},
)
STEPS: tuple[tuple[str, dict[str, Any]], ...] = (
    ("", {}), ("triage", {}), ("triage", {}), ("", {}), ("triage", {}), ("spam", {"reason": "advertising"}),
)  # fmt: skip


def load_sample(actors: Sequence[Actor], wanted: int) -> int:
    """See to it that there are `wanted` invented tips, at most `MOST`, and a desk for each agency; return how many
    were added.
    """
    receiving = [actor for actor in actors if actor.agency_kind != "service_provider"]
    desks = [_desk(actor, place) for place, actor in enumerate(receiving)]
    there = count_sample()
    numbers = range(there, min(wanted, MOST)) if desks else range(0)
    for index in numbers:
        place = index % len(desks)
        _invent(receiving[place], desks[place], index)
    return len(numbers)


def count_sample() -> int:
    """Return how many invented tips there are."""
    return Tip.unscoped.filter(origin=ORIGIN).count()


def _desk(actor: Actor, place: int) -> TipDesk:
    agency = Agency.objects.get(pk=actor.agency_id)
    address = "".join(each if each.isalnum() else "-" for each in agency.short_name.lower()).strip("-")
    general = place == 0 and not TipDesk.objects.filter(general=True).exists()
    made = {"address": f"{address}-{agency.pk}"[:40].strip("-"), "general": general}
    return TipDesk.objects.get_or_create(agency=agency, defaults=made)[0]


def _invent(actor: Actor, desk: TipDesk, index: int) -> None:
    what, place = SAID[index % len(SAID)]
    danger = Danger.YES if index % 9 == 3 else Danger.UNKNOWN
    told = Arrival(Channel.PUBLIC, {"what": what, "place": place, "language": "en"}, GIVERS[index % 3], danger, ORIGIN)
    number = receive_tip(desk, told, FormToken(secrets.token_urlsafe(16))).number
    _work(replace(actor, roles=actor.roles | {"triage"}), Tip.unscoped.get(number=number), index)


def _work(actor: Actor, tip: Tip, index: int) -> None:
    """Triage most, answer and link some."""
    step, why = STEPS[index % len(STEPS)]
    if not step:
        return
    due = timezone.localdate() + timedelta(days=index - 6)
    answers = {"priority": "routine", "due_on": due} if step == "triage" else {}
    move_tip(actor, tip, step, expected_version=tip.version, answers=answers, **why)
    if step == "triage" and index % 2:
        answer_giver(actor, tip, "Thank you. Did you see the number plate, or a part of it?")
    case = _case(actor) if step == "triage" and index % 3 == 1 else None
    if case:
        link_case(actor, tip, case, note="The same place, the same week")


def _case(actor: Actor) -> Record | None:
    """Return a case of the actor's agency; None where no module has cases."""
    found = [kind for kind in kinds.all_kinds() if kind.name == "case"]
    rows: Any = found[0].model_class.objects.page(actor, limit=25).rows if found else ()  # type: ignore[attr-defined]  # every kind's model is scoped
    return next((row for row in rows if row.owner_id == actor.agency_id), None)
