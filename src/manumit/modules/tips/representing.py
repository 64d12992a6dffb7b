"""From tips to what programs get."""

from typing import Any

from .models import Tip, TipCase, TipHandover, TipMessage
from .models.tip import CONTENT
from .questions import parts_of
from .schemas import MessageOut, TipCaseOut, TipHandoverOut, TipOut

SUMMARY = (
    "number", "state", "channel", "danger", "anonymous", "unread", "priority", "version", "opened_at", "triage_by",
    "due_on",
)  # fmt: skip
GROUPS = {"content": CONTENT, "triage": ("duplicate_of", "referred_to"), "reward": ("reward", "payee_sealed")}


def tip_out(tip: Tip, *, whole: bool = False) -> TipOut:
    """Return a tip with the groups its asker may read; `whole` adds the conversation and the links."""
    groups = GROUPS if whole else {"content": CONTENT}
    readable = [name for group, names in groups.items() if getattr(tip, f"can_read_{group}") for name in names]
    values: dict[str, Any] = {name: getattr(tip, name) for name in (*SUMMARY, *readable)}
    if whole and tip.can_read_triage:  # type: ignore[attr-defined]  # set by `find`
        values["assigned_to"] = tip.assigned_to_id
    parts: dict[str, Any] = parts_of(tip) if whole else {}
    if "messages" in parts:
        values["messages"] = [_message(row) for row in parts["messages"]]
    if "cases" in parts:
        values["cases"] = [_link(row) for row in parts["cases"] if row.withdrawn_at is None]
    return TipOut(owner=tip.owner_id, **values)


def _message(row: TipMessage) -> MessageOut:
    return MessageOut(id=row.pk, text=row.text, written_at=row.written_at, from_giver=row.from_giver)


def _link(row: TipCase) -> TipCaseOut:
    return TipCaseOut(id=row.pk, case_kind=row.case_kind, case_number=row.case_number, note=row.note)


def handover_out(handover: TipHandover) -> TipHandoverOut:
    """Return the handing over of a tip."""
    names = ("number", "version", "state", "danger", "reason", "state_since_at")
    values: dict[str, Any] = {name: getattr(handover, name) for name in names}
    return TipHandoverOut(tip=handover.tip_number, owner=handover.owner_id, other=handover.other_id, **values)
