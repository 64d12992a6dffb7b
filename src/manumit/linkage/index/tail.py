"""The tail: what the journal holds, in memory, ready to be searched from the moment it was written."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np

from manumit.linkage.index.segment import Segment, arrays_of
from manumit.linkage.index.view import View
from manumit.linkage.model import Model
from manumit.linkage.profile import Profile
from manumit.linkage.reading import Reading
from manumit.linkage.table import Builder


class Tail:
    """Records added since the last segment; a record added again is the later one."""

    def __init__(self, profile: Profile) -> None:
        self._builder = Builder(profile)
        self._rows: dict[str, int] = {}
        self._alive: list[bool] = []
        self._view: View | None = None

    def __len__(self) -> int:
        return len(self._alive)

    def put(self, id_: str, reading: Reading) -> None:
        """Add a record as it was read."""
        self.drop(id_)
        self._rows[id_] = len(self._alive)
        self._alive.append(True)
        self._builder.add(id_, reading)

    def drop(self, id_: str) -> None:
        """Remove a record if it is here."""
        row = self._rows.pop(id_, None)
        if row is not None:
            self._alive[row] = False

    @property
    def alive(self) -> np.ndarray:
        """Which rows are still records."""
        return np.array(self._alive, np.bool_)

    def ids(self) -> Iterator[str]:
        """The ids of the living records."""
        yield from self._rows

    def view(self, model: Model) -> View:
        """Return the tail as a segment under a model; only what is new is worked out."""
        if self._view is None or self._view.model is not model or len(self._view.segment) != len(self):
            before = self._view if self._view and self._view.model is model else None
            segment = Segment(self._builder.profile, self.arrays(ways=False))
            self._view = View(segment, model, before)
        return self._view

    def arrays(self, *, ways: bool) -> dict[str, np.ndarray]:
        """Return the tail as the arrays of a segment, with the ways to find records or without."""
        return arrays_of(self._builder.table(), ways=ways)
