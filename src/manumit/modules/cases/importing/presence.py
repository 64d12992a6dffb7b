"""Which cases a run's files list, so that it can be told which have vanished from a complete one."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field

from .draft import Draft
from .feeds import Key, key_of
from .readers import Unread


@dataclass(slots=True)
class Presence:
    """What files listed: `numbers` by layout; `whole`, the feeds of files that are of one state only.

    `doubtful` are the sorts (layout, kind) of which a row could not be told apart: nothing can be said to have vanished
    there. A file is bracketed by `begin` and `end`. Only where `wanted`, since it takes memory.
    """

    wanted: bool = False
    numbers: dict[str, set[str]] = field(default_factory=lambda: defaultdict(set))
    feeds: set[Key] = field(default_factory=set)
    whole: set[Key] = field(default_factory=set)
    doubtful: set[tuple[str, str]] = field(default_factory=set)
    unreadable: bool = False
    _in_file: set[Key] = field(default_factory=set)

    def begin(self) -> None:
        """A file begins."""
        self._in_file.clear()

    def add(self, row: Draft | Unread) -> None:
        """Note a row; one that is refused lists its case as well as any."""
        if not self.wanted:
            return
        if isinstance(row, Draft):
            self.numbers[row.layout.feed].add(row.number)
            self._in_file.add(key_of(row))
        elif row.layout and row.number:
            self.numbers[row.layout.feed].add(row.number)
        elif row.layout:
            self.doubtful.add((row.layout.feed, str(row.layout.case_type)))
        else:
            self.unreadable = True

    def end(self) -> None:
        """A file ends: it is whole for a feed where it is of one state for that layout and kind."""
        self.feeds |= self._in_file
        for layout, kind in {(layout, kind) for layout, _, kind in self._in_file}:
            states = [key for key in self._in_file if (key[0], key[2]) == (layout, kind)]
            self.whole.update(states if len(states) == 1 else ())

    def complete(self, states: frozenset[str]) -> set[Key]:
        """Return the feeds that the run may be complete for: those of `states`, or of files of one state each."""
        found = {key for key in self.feeds if key[1] in states} if states else self.whole
        return set() if self.unreadable else {key for key in found if (key[0], key[2]) not in self.doubtful}
