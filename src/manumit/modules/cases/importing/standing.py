"""What the catalogue holds of the cases a batch speaks of."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from ..models import PARTS, Case, CaseAgency, CaseEvent, CasePart, CasePerson, FeedEntry, OutsideNumber
from .draft import Draft, said_fields
from .layout import Layout
from .namus_layout import EXAMINER_KEY


@dataclass(frozen=True, slots=True)
class Listed:
    """That a feed of the owner lists a case: the entry, and the layout of its feed."""

    entry: FeedEntry
    layout: str


@dataclass(frozen=True, slots=True)
class Standing:
    """A case as it stands: people, parts of every sort (also withdrawn ones), numbers, and the feeds that list it."""

    case: Case
    people: tuple[CasePerson, ...]
    parts: tuple[CasePart, ...]
    numbers: tuple[OutsideNumber, ...]
    listed: tuple[Listed, ...]

    def subject(self, draft: Draft) -> CasePerson | None:
        """Return the person the draft is about: the first in that role, or None where nobody is."""
        return next((person for person in self.people if person.role == draft.person.role), None)

    def part(self, wanted: CasePart) -> CasePart | None:
        """Return the part that came from the same row of a file, else one that says the same, else None."""
        rows = [part for part in self.parts if type(part) is type(wanted)]
        same = (part for part in rows if part.source_key == wanted.source_key)
        return next(same, None) or next((part for part in rows if _says_the_same(part, wanted)), None)

    def entry_in(self, layout: Layout) -> FeedEntry | None:
        """Return the entry of a feed of this layout."""
        return next((each.entry for each in self.listed if each.layout == layout.feed), None)


def _says_the_same(part: CasePart, wanted: CasePart) -> bool:
    """Whether an unkeyed part, or an office with the examiner's own number, is the one meant."""
    if isinstance(wanted, CaseAgency) and isinstance(part, CaseAgency) and wanted.source_key == EXAMINER_KEY:
        return bool(wanted.number) and part.number == wanted.number
    if part.source_key or part.withdrawn_at:
        return False
    return all(getattr(part, name) == getattr(wanted, name) for name in said_fields(type(part)))


def case_ids(owner_id: int, drafts: Sequence[Draft]) -> dict[str, int]:
    """Return the id of each case that has a draft's number, by number. All drafts are of one scheme."""
    held = OutsideNumber.unscoped.filter(owner_id=owner_id, scheme=drafts[0].layout.scheme, withdrawn_at=None)
    rows = held.filter(value__in=[draft.number for draft in drafts])
    return dict(rows.values_list("value", "case_id"))


def listings(ids: Collection[int]) -> dict[int, list[Listed]]:
    """Return which feeds list each of the cases."""
    found: dict[int, list[Listed]] = defaultdict(list)
    if ids:
        for entry in FeedEntry.unscoped.filter(case_id__in=ids).select_related("feed"):
            found[entry.case_id].append(Listed(entry, entry.feed.layout))
    return found


def of(ids: Mapping[str, int], drafts: Iterable[Draft], listed: Mapping[int, list[Listed]]) -> dict[str, Standing]:
    """Return what stands for the drafts' numbers, by number; a few queries, whatever the batch.

    Only the sorts of parts are read that a draft names, or all where one is whole.
    """
    drafts = list(drafts)
    wanted = {draft.number: ids[draft.number] for draft in drafts}
    pks = set(wanted.values())
    found = Case.unscoped.in_bulk(pks) if pks else {}
    people, parts, numbers = _by_case(CasePerson, pks), _parts(drafts, pks), _by_case(OutsideNumber, pks)
    return {
        number: Standing(found[pk], tuple(people[pk]), tuple(parts[pk]), tuple(numbers[pk]), tuple(listed[pk]))
        for number, pk in wanted.items()
    }


def _parts(drafts: Sequence[Draft], ids: Collection[int]) -> dict[int, list[CasePart]]:
    rows: dict[int, list[CasePart]] = defaultdict(list)
    for model in _sorts(drafts):
        narrowed = {"superseded_by": None} if model is CaseEvent else {}
        for pk, found in _by_case(model, ids, **narrowed).items():
            rows[pk].extend(found)
    return rows


def _sorts(drafts: Sequence[Draft]) -> list[type[CasePart]]:
    if any(draft.layout.whole for draft in drafts):
        return [CaseAgency, *PARTS.values()]
    named = {part.part: type(part) for draft in drafts for part in draft.parts}
    return [named[name] for name in sorted(named)]


def _by_case(model: Any, ids: Collection[int], **narrowed: Any) -> dict[int, list[Any]]:
    rows: dict[int, list[Any]] = defaultdict(list)
    if ids:
        for row in model.unscoped.filter(case_id__in=ids, **narrowed).order_by("pk"):
            rows[row.case_id].append(row)
    return rows
