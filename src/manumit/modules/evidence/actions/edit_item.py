"""Correct what is known of an item."""

from collections.abc import Mapping
from typing import Any

from manumit.spine import audit
from manumit.spine.access import require
from manumit.spine.identity.actor import Actor
from manumit.spine.records import action, change

from ..models import EvidenceItem

EDITABLE = frozenset({"item_type", "title", "description", "collected_by", "collected_place"})


@action("evidence.edit")
def edit_item(
    actor: Actor, item: EvidenceItem, changes: Mapping[str, Any], *, expected_version: int, source: str
) -> EvidenceItem:
    """Write `changes`; what stood before stays in the history. Who has it changes by its chain alone.

    Raises Denied or Hidden without permission `edit`, Conflict, NothingToChange, ValidationError, ValueError.
    """
    require(actor, "edit", item)
    if foreign := changes.keys() - EDITABLE:
        raise ValueError(f"edit_item does not change {', '.join(sorted(foreign))}")
    step = change(item, actor, changes, expected_version=expected_version, source=source)
    detail = {"fields": sorted(step.changes)}
    audit.record(actor, "evidence.edit", kind=item.kind, record_id=item.pk, detail=detail)
    return item
