"""Invent evidence for the demonstration, through the same actions as everybody else's."""

from collections.abc import Sequence
from datetime import timedelta
from typing import Any

from django.utils import timezone

from manumit.spine.access import kinds
from manumit.spine.identity.actor import Actor
from manumit.spine.records import Record

from ..choices import HandKind, SealFound
from ..hand import Hand
from ..models import EvidenceItem
from .collect_item import Collected, collect_item
from .hand_over import Handover, hand_over
from .seal_item import seal_item
from .submit_to_lab import submit_to_lab

MOST = 12
ORIGIN = "sample"
FOUND = (
    ("physical", "Red jacket", "Ditch beside the road"),
    ("digital", "Telephone with a cracked screen", "Glove box of the truck"),
    ("biological", "Swab of the steering wheel", "Truck"),
    ("document", "Receipt of the depot", "Pocket of the jacket"),
)


def load_sample(actors: Sequence[Actor], wanted: int) -> int:
    """See to it that there are `wanted` invented items, at most `MOST`; return how many were added."""
    there = count_sample()
    return sum(_invent(actors[index % len(actors)], index) for index in range(there, min(wanted, MOST)))


def count_sample() -> int:
    """Return how many invented items there are."""
    return EvidenceItem.unscoped.filter(origin=ORIGIN).count()


def _invent(actor: Actor, index: int) -> bool:
    """Take something in a case of the actor's agency and pass it on; say whether there was a case."""
    case = _case(actor, index)
    if case is None:
        return False
    item_type, title, place = FOUND[index % len(FOUND)]
    at = timezone.now() - timedelta(days=index + 1)
    taken = Collected(item_type, title, "A deputy", at, "A deputy", place, origin=ORIGIN)
    item = collect_item(actor, case, taken)
    if index % len(FOUND) == 0:
        _pass(actor, item, Hand(HandKind.PLACE, "Locker 4"), "Kept for court")
    if item_type == "biological":
        _send(actor, item, index)
    return True


def _pass(actor: Actor, item: EvidenceItem, to: Hand, reason: str) -> None:
    given = Handover(to=to, reason=reason, passed_at=timezone.now(), seal_found=SealFound.UNSEALED)
    hand_over(actor, item, given, expected_version=item.version)


def _send(actor: Actor, item: EvidenceItem, index: int) -> None:
    seal_item(actor, item, seal_number=f"S-{1000 + index}", expected_version=item.version)
    item.refresh_from_db()
    given = Handover(
        to=Hand(HandKind.LABORATORY, "State laboratory"), reason="Examination", passed_at=timezone.now(),
        seal_found=SealFound.INTACT, receipt=f"L-{2000 + index}", received_by="A clerk of the laboratory",
    )  # fmt: skip
    submit_to_lab(actor, item, given, examination="DNA", expected_version=item.version)


def _case(actor: Actor, index: int) -> Record | None:
    """Return a case of the actor's agency; None where no module has cases."""
    found = [kind for kind in kinds.all_kinds() if kind.name == "case"]
    rows: Any = found[0].model_class.objects.page(actor, limit=25).rows if found else ()  # type: ignore[attr-defined]  # a record's manager
    own = [row for row in rows if row.owner_id == actor.agency_id]
    return own[index % len(own)] if own else None
