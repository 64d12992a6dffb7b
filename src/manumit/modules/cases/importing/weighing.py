"""Is a row news? It is compared with what stands, and with who said what stands.

What the agency's own people said is never overwritten by a file: where the file has news on it, the row is refused and
a person decides. A row that is older than what stands is refused too, so that files may come in any order.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from manumit.spine.records import RecordHistory, provenance
from manumit.spine.records.plain import plain
from manumit.values.strict_csv import Refusal

from ..models import Case
from .draft import CASE_FIELDS, PERSON_FIELDS, Draft
from .namus_layout import SOURCE
from .standing import Standing

_NEVER_SAID = object()


@dataclass(frozen=True, slots=True)
class Difference:
    """A value that would change: `path` names it in history (`people.7.sex`), `field` in its row (`sex`)."""

    path: str
    field: str
    old: Any
    new: Any


@dataclass(frozen=True, slots=True)
class Update:
    """A draft that changes what stands."""

    draft: Draft
    standing: Standing
    differences: tuple[Difference, ...]


def weigh(draft: Draft, standing: Standing) -> Update | Refusal | None:
    """Return what the draft changes, why it may not, or None where it says nothing new."""
    if standing.subject(draft) is None:
        return _refusal(draft, draft.layout.number, "the case has nobody left in this role: decide by hand")
    news = tuple(each for each in _differences(draft, standing) if not _is_known(each, standing.case))
    for each in news:
        if reason := _objection(each, draft, standing.case):
            return _refusal(draft, draft.layout.column_of(each.field), reason)
    return Update(draft, standing, news) if news else None


def _differences(draft: Draft, standing: Standing) -> Iterator[Difference]:
    yield from _of_row("", CASE_FIELDS, standing.case, draft.case)
    subject = standing.subject(draft)
    if subject is not None:
        yield from _of_row(f"people.{subject.pk}.", PERSON_FIELDS, subject, draft.person)
    if draft.examiner_number:
        yield from _of_examiner(draft, standing)


def _of_row(before: str, fields: tuple[str, ...], old: Any, new: Any) -> Iterator[Difference]:
    for field in fields:
        if getattr(old, field) != getattr(new, field):
            yield Difference(before + field, field, getattr(old, field), getattr(new, field))


def _of_examiner(draft: Draft, standing: Standing) -> Iterator[Difference]:
    examiner = standing.examiner(draft)
    old = examiner.number if examiner else None
    if old != draft.examiner_number:
        yield Difference(f"agencies.{examiner.pk if examiner else 'new'}.number", "number", old, draft.examiner_number)


def _is_known(difference: Difference, case: Case) -> bool:
    """Whether NamUs said just this before, and somebody else has corrected it since."""
    if provenance.of(case, difference.path).source == SOURCE:
        return False
    return bool(_last_said(difference.path, case) == plain(difference.new))


def _last_said(path: str, case: Case) -> Any:
    """What NamUs last said of a value that others have changed since."""
    steps = RecordHistory.objects.filter(kind=case.kind, record_id=case.pk, changes__has_key=path)
    entries = [step[path] for step in steps.order_by("version").values_list("changes", flat=True)]
    began = entries[0]["from"] if entries and case.provenance[provenance.DEFAULT][0] == SOURCE else _NEVER_SAID
    said = [entry["to"] for entry in entries if entry["source"] == SOURCE]
    return said[-1] if said else began


def _objection(difference: Difference, draft: Draft, case: Case) -> str:
    stands = provenance.of(case, difference.path)
    if difference.old is None and difference.field == "number":
        return ""
    if stands.source != SOURCE:
        return f"says otherwise than {stands.source} on {stands.said_on}, which stands: decide by hand"
    if draft.modified < stands.said_on:
        return f"is of {draft.modified}, older than what stands, which {SOURCE} said on {stands.said_on}"
    return ""


def _refusal(draft: Draft, column: str, reason: str) -> Refusal:
    return Refusal(draft.place.file, draft.place.row, column, reason)
