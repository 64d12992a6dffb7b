"""A run over files: rows in, batches out, every row counted once and every refusal told as it happens."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date
from typing import BinaryIO

from manumit.spine.identity.actor import Actor
from manumit.values.strict_csv import BadCsv, Refusal, Row, StrictCsv

from . import namus_row
from .batch import Weighed, settle
from .draft import Draft, Place
from .namus_layout import Layout, UnknownLayout, recognise
from .tally import Tally

BATCH = 500
"""Rows in one transaction: short enough not to hold up the log's horizon, long enough for its cost to vanish."""


@dataclass(frozen=True, slots=True)
class _Seen:
    place: Place
    modified: date
    fingerprint: int


def nothing(rows: int) -> None:
    """Take notice of no progress."""


@dataclass(slots=True)
class Run:
    """One import: `read` its files one after another, then look at `tally`.

    `refuse` is told of each refusal at once, `progress` of the number of rows so far. `today` is the day by which dates
    are judged. Memory grows with the number of different cases only, by about 200 bytes each.
    """

    actor: Actor
    today: date
    refuse: Callable[[Refusal], None]
    dry_run: bool = False
    progress: Callable[[int], None] = nothing
    tally: Tally = field(default_factory=Tally)
    _pending: dict[str, Draft] = field(default_factory=dict)
    _seen: dict[str, _Seen] = field(default_factory=dict)

    def read(self, file: BinaryIO, name: str) -> bool:
        """Take in one file; False where it is refused as a whole, which is told as a refusal of its first row."""
        try:
            rows = StrictCsv(file, name)
            layout = recognise(rows.header)
        except (BadCsv, UnknownLayout) as error:
            self.refuse(Refusal(name, 1, "", str(error)))
            return False
        for row in rows:
            self._take(row, layout, name)
        self._settle()
        return True

    def _take(self, row: Row | Refusal, layout: Layout, name: str) -> None:
        read = [row] if isinstance(row, Refusal) else namus_row.read(row, layout, name, self.today)
        if isinstance(read, Draft):
            self._offer(read)
        else:
            self._refused(*read)
        self.progress(self.tally.offered + len(self._pending))

    def _offer(self, draft: Draft) -> None:
        if draft.number in self._pending:
            self._settle()
        if self._is_repeat(draft):
            return
        self._pending[draft.number] = draft
        if len(self._pending) == BATCH:
            self._settle()

    def _is_repeat(self, draft: Draft) -> bool:
        """Count a row whose number came before in this run, unless it has to be weighed against what stands now."""
        seen = self._seen.get(draft.number)
        if seen is None:
            return False
        if seen.fingerprint == draft.fingerprint():
            self.tally.add(Tally(offered=1, unchanged=1))
        elif draft.modified <= seen.modified:
            self._refused(_contradiction(draft, seen))
        elif self.dry_run:
            self._note(draft)
            self.tally.add(Tally(offered=1, changed=1))
        else:
            return False
        return True

    def _refused(self, *refusals: Refusal) -> None:
        for refusal in refusals:
            self.refuse(refusal)
        self.tally.add(Tally(offered=1, refused=1))

    def _settle(self) -> None:
        if not self._pending:
            return
        weighed = settle(self.actor, list(self._pending.values()), dry_run=self.dry_run)
        self._count(weighed)
        for draft in self._pending.values():
            self._note(draft)
        for draft, _ in weighed.refused:
            del self._seen[draft.number]
        self._pending.clear()

    def _count(self, weighed: Weighed) -> None:
        new, changed, unchanged = len(weighed.new), len(weighed.updates), len(weighed.unchanged)
        self.tally.add(Tally(new + changed + unchanged, new, changed, unchanged))
        for _, refusal in weighed.refused:
            self._refused(refusal)

    def _note(self, draft: Draft) -> None:
        self._seen[draft.number] = _Seen(draft.place, draft.modified, draft.fingerprint())


def _contradiction(draft: Draft, seen: _Seen) -> Refusal:
    reason = f"repeats {draft.number} of {seen.place} with other values and no later Date Modified: the first stands"
    return Refusal(draft.place.file, draft.place.row, draft.layout.number, reason)
