"""A run over files: rows in, batches out, every row counted once and every refusal told as it happens."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date
from typing import BinaryIO

from manumit.spine.identity.actor import Actor
from manumit.values.strict_csv import BadCsv, Refusal
from manumit.values.strict_json import BadJson

from .batch import Weighed, settle
from .draft import Draft, Place
from .mapped_row import Mapped
from .namus_layout import UnknownLayout
from .presence import Presence
from .readers import STRANGER, Unread, opened
from .tally import Tally

BATCH = 500
"""Rows in one transaction: short enough not to hold up the log's horizon, long enough for its cost to vanish."""

MOST_STRANGERS = 200


@dataclass(frozen=True, slots=True)
class _Seen:
    place: Place
    modified: date
    fingerprint: int


def nothing(what: object) -> None:
    """Take notice of no progress, and of no note."""


@dataclass(slots=True)
class Run:
    """One import: `read` its files one after another, then look at `tally`, and at `presence` for what was listed.

    `refuse` is told of each refusal at once, `note` of what people should know of a row that was taken, `progress` of
    the number of rows so far. `today` is the day by which dates are judged. With `mapped` the files are an agency's own
    tables. Memory grows with the number of different cases only, by about 200 bytes each.
    """

    actor: Actor
    today: date
    refuse: Callable[[Refusal], None]
    dry_run: bool = False
    progress: Callable[[int], None] = nothing
    note: Callable[[Refusal], None] = nothing
    mapped: Mapped | None = None
    tally: Tally = field(default_factory=Tally)
    presence: Presence = field(default_factory=Presence)
    _strangers: set[str] = field(default_factory=set)
    _pending: dict[str, Draft] = field(default_factory=dict)
    _seen: dict[str, dict[str, _Seen]] = field(default_factory=lambda: defaultdict(dict))

    def read(self, file: BinaryIO, name: str) -> bool:
        """Take in one file; False where it is refused as a whole, which is told as a refusal of its first row."""
        try:
            rows = opened(file, name, self.today, self.mapped)
        except (BadCsv, BadJson, UnknownLayout) as error:
            self.refuse(Refusal(name, 1, "", str(error)))
            return False
        self.presence.begin()
        for row in rows:
            self._take(row)
        self._settle()
        self.presence.end()
        return True

    def _take(self, row: Draft | Unread) -> None:
        self.presence.add(row)
        if isinstance(row, Draft):
            self._offer(row)
        else:
            self._refused(*row.refusals)
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
        seen = self._seen[draft.layout.feed].get(draft.number)
        if seen is None:
            return False
        if seen.fingerprint == draft.fingerprint:
            self.tally.add(Tally(offered=1, unchanged=1))
        elif draft.modified <= seen.modified:
            self._refused(_contradiction(draft, seen))
        elif self.dry_run:
            self._remember(draft)
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
        drafts = list(self._pending.values())
        weighed = settle(self.actor, drafts, dry_run=self.dry_run)
        self._count(weighed)
        for draft in drafts:
            self._remember(draft)
        for draft, _ in weighed.refused:
            del self._seen[draft.layout.feed][draft.number]
        self._pending.clear()

    def _count(self, weighed: Weighed) -> None:
        new, changed, unchanged = len(weighed.new), len(weighed.updates), len(weighed.unchanged)
        self.tally.add(Tally(new + changed + unchanged, new, changed, unchanged))
        for _, refusal in weighed.refused:
            self._refused(refusal)
        for draft in (*weighed.new, *(update.draft for update in weighed.updates)):
            for column, reason in draft.notes:
                self._told(Refusal(draft.place.file, draft.place.row, column, reason))
        for note in weighed.notes:
            self.note(note)

    def _told(self, note: Refusal) -> None:
        """Pass a note on; that nobody knows a path is said once a run."""
        if note.reason == STRANGER:
            if note.column in self._strangers or len(self._strangers) >= MOST_STRANGERS:
                return
            self._strangers.add(note.column)
        self.note(note)

    def _remember(self, draft: Draft) -> None:
        self._seen[draft.layout.feed][draft.number] = _Seen(draft.place, draft.modified, draft.fingerprint)


def _contradiction(draft: Draft, seen: _Seen) -> Refusal:
    reason = f"repeats {draft.number} of {seen.place} with other values and no later Date Modified: the first stands"
    return Refusal(draft.place.file, draft.place.row, draft.layout.number, reason)
