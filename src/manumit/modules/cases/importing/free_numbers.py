"""Numbers of further systems that no other case of the owner has: an owner holds each number once."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from manumit.values.strict_csv import Refusal

from ..models import OutsideNumber
from . import standing
from .draft import Draft

Number = tuple[str, str]


def with_free_numbers(owner_id: int, drafts: Sequence[Draft]) -> tuple[list[Draft], list[Refusal]]:
    """Return the drafts without the further numbers that another case has, and a note on each number left out."""
    if not any(draft.numbers for draft in drafts):
        return list(drafts), []
    ids = standing.case_ids(owner_id, drafts)
    taken = _taken(owner_id, {number for draft in drafts for number in draft.numbers})
    kept: list[Draft] = []
    notes: list[Refusal] = []
    for draft in drafts:
        whose = ids.get(draft.number, draft.number)
        free = tuple(number for number in draft.numbers if taken.setdefault(number, whose) == whose)
        notes.extend(_note(draft, number) for number in draft.numbers if number not in free)
        kept.append(replace(draft, numbers=free))
    return kept, notes


def _taken(owner_id: int, numbers: set[Number]) -> dict[Number, int | str]:
    rows = OutsideNumber.unscoped.filter(
        owner_id=owner_id, withdrawn_at=None, value__in={value for _, value in numbers}
    )
    return {(scheme, value): pk for scheme, value, pk in rows.values_list("scheme", "value", "case_id")}


def _note(draft: Draft, number: Number) -> Refusal:
    scheme, value = number
    reason = f"the {scheme.upper()} number {value} is that of another case of your agency: left out, decide by hand"
    return Refusal(draft.place.file, draft.place.row, scheme, reason)
