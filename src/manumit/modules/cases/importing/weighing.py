"""Is a row news? It is compared with what stands, and with who said what stands.

What the agency's own people said is never overwritten by a file: where the file has news on it, the row is refused and
a person decides. A row that is older than what stands is refused too, so that files may come in any order.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from typing import Any

from django.db import models

from manumit.spine.records import RecordHistory, provenance
from manumit.spine.records.plain import plain
from manumit.values.strict_csv import Refusal

from ..models import Case, CasePart
from .coarseness import is_blank, without_coarser
from .difference import Difference, Update
from .draft import Draft, said_fields
from .formats import FINENESS
from .standing import Standing

_NEVER_SAID = object()
_WITHDRAWN = "withdrawn_at"


def weigh(draft: Draft, standing: Standing, now: datetime) -> Update | Refusal:
    """Return what the draft changes, perhaps nothing, or why it may not. `now` is when parts are withdrawn."""
    if standing.subject(draft) is None:
        return _refusal(draft, draft.layout.number, "the case has nobody left in this role: decide by hand")
    matched = [(part, standing.part(part)) for part in draft.parts]
    differences = without_coarser(_differences(draft, standing, matched, now), draft, standing, FINENESS)
    news = tuple(each for each in differences if not _is_known(each, draft, standing.case))
    for each in news:
        if reason := _objection(each, draft, standing.case):
            return _refusal(draft, draft.layout.column_of(each.field), reason)
    added = tuple(part for part, found in matched if found is None)
    return _dated(Update(draft, standing, news, added, _new_numbers(draft, standing)))


def _dated(update: Update) -> Update | Refusal:
    """Refuse what would add to or withdraw from a case after the source has said something later in this layout."""
    draft, entry = update.draft, update.standing.entry_in(update.draft.layout)
    if entry is None or draft.modified >= entry.modified_on or not update.changes:
        return update
    return _refusal(draft, "", _older(draft, entry.modified_on))


def _new_numbers(draft: Draft, standing: Standing) -> tuple[tuple[str, str], ...]:
    held = {(number.scheme, number.value) for number in standing.numbers}
    return tuple(number for number in draft.numbers if number not in held)


def _differences(
    draft: Draft, standing: Standing, matched: list[tuple[CasePart, CasePart | None]], now: datetime
) -> Iterator[Difference]:
    layout, subject = draft.layout, standing.subject(draft)
    yield from _of_row("", layout.case_fields, standing.case, draft.case)
    if subject is not None:
        yield from _of_row(f"people.{subject.pk}.", layout.person_fields, subject, draft.person)
    for part, found in matched:
        if found is not None:
            yield from _of_part(found, part, standing.case, layout.source)
    if layout.whole:
        yield from _no_longer_listed(draft, standing, {id(found) for _, found in matched}, now)


def _of_row(before: str, fields: tuple[str, ...], old: Any, new: Any) -> Iterator[Difference]:
    for field in fields:
        if getattr(old, field) != getattr(new, field):
            yield Difference(before + field, field, getattr(old, field), getattr(new, field), old)


def _of_part(found: CasePart, part: CasePart, case: Case, source: str) -> Iterator[Difference]:
    before = f"{found.part}.{found.pk}."
    if found.withdrawn_at is not None:
        if provenance.of(case, before + _WITHDRAWN).source != source:
            return  # somebody here withdrew it: the file may repeat it as often as it likes
        yield Difference(before + _WITHDRAWN, _WITHDRAWN, found.withdrawn_at, None, found)
    if found.source_key == part.source_key:
        yield from _of_row(before, said_fields(type(part)), found, part)


def _no_longer_listed(draft: Draft, standing: Standing, kept: set[int], now: datetime) -> Iterator[Difference]:
    """Withdraw what a whole layout listed before and lists no more, unless people here have had a hand in it."""
    for part in standing.parts:
        path = f"{part.part}.{part.pk}."
        if id(part) in kept or part.withdrawn_at or not part.source_key.startswith(f"{draft.layout.feed}:"):
            continue
        if not _touched_by_people(standing.case, path, draft.layout.source):
            yield Difference(path + _WITHDRAWN, _WITHDRAWN, None, now, part)


def _touched_by_people(case: Case, path: str, source: str) -> bool:
    return any(said[0] != source for name, said in case.provenance.items() if name.startswith(path))


def _is_known(difference: Difference, draft: Draft, case: Case) -> bool:
    """Whether the source said just this before, and somebody else has corrected it since."""
    source = draft.layout.source
    if difference.field == _WITHDRAWN or provenance.of(case, difference.path).source == source:
        return False
    return bool(_last_said(difference.path, case, source) == plain(difference.new))


def _last_said(path: str, case: Case, source: str) -> Any:
    """What the source last said of a value that others have changed since."""
    steps = RecordHistory.objects.filter(kind=case.kind, record_id=case.pk, changes__has_key=path)
    entries = [step[path] for step in steps.order_by("version").values_list("changes", flat=True)]
    began = entries[0]["from"] if entries and case.provenance[provenance.DEFAULT][0] == source else _NEVER_SAID
    said = [entry["to"] for entry in entries if entry["source"] == source]
    return said[-1] if said else began


def _objection(difference: Difference, draft: Draft, case: Case) -> str:
    stands = provenance.of(case, difference.path)
    if is_blank(difference.old) and _came_from_file(difference.row) and difference.path not in case.provenance:
        return ""  # nobody said anything of it
    if difference.field != _WITHDRAWN and stands.source != draft.layout.source:
        return f"says otherwise than {stands.source} on {stands.said_on}, which stands: decide by hand"
    if draft.modified < stands.said_on:
        return _older(draft, stands.said_on)
    return ""


def _came_from_file(row: models.Model) -> bool:
    return bool(getattr(row, "source_key", None))


def _older(draft: Draft, said_on: Any) -> str:
    return f"is of {draft.modified}, older than what stands, which {draft.layout.source} said on {said_on}"


def _refusal(draft: Draft, column: str, reason: str) -> Refusal:
    return Refusal(draft.place.file, draft.place.row, column, reason)
