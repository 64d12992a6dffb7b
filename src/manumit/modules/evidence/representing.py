"""From items of evidence to what programs get."""

from typing import Any

from .hand import Hand
from .models import CustodyStep, EvidenceItem, LabSubmission
from .questions import parts_of
from .schemas import CustodyStepOut, ItemOut, SubmissionOut

SUMMARY = ("number", "item_type", "state", "version", "keep_until", "keeping_authority")
GROUPS = {
    "case": ("case_kind", "case_number"),
    "detail": ("title", "description", "collected_by", "collected_place", "collected_at"),
    "custody": ("hand", "seal_number"),
}


def item_out(item: EvidenceItem, *, whole: bool = False) -> ItemOut:
    """Return an item with the groups its asker may read; `whole` adds the chain and the laboratories' work."""
    readable = [name for group, names in GROUPS.items() if getattr(item, f"can_read_{group}") for name in names]
    values: dict[str, Any] = {name: getattr(item, name) for name in (*SUMMARY, *readable)}
    parts = parts_of(item) if whole else None
    if parts and parts.chain is not None:
        values["chain"] = [_step(step) for step in parts.chain]
    if parts and parts.submissions is not None:
        values["submissions"] = [_submission(each) for each in parts.submissions]
    return ItemOut(owner=item.owner_id, **values)


def _step(step: CustodyStep) -> CustodyStepOut:
    hand = Hand.parse(step.to_hand)
    names = ("number", "passed_at", "reason", "seal_number", "seal_found", "receipt", "received_by", "witness")
    return CustodyStepOut(hand=hand.kind.value, to=hand.name, **{name: getattr(step, name) for name in names})


def _submission(row: LabSubmission) -> SubmissionOut:
    names = ("laboratory", "examination", "reference", "result", "reported_by", "reported_on")
    return SubmissionOut(id=row.pk, corrects=row.corrects_id, **{name: getattr(row, name) for name in names})
