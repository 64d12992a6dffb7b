"""The index as others use it: add, remove, search, from any number of processes."""

from __future__ import annotations

import threading
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import islice
from pathlib import Path
from typing import Any

import numpy as np

from manumit.linkage.index import carrying, container, journal
from manumit.linkage.index.files import Files, Manifest, Part
from manumit.linkage.index.finding import Allowed, Finding, Hit
from manumit.linkage.index.journal import Entry
from manumit.linkage.index.merging import Living, merged
from manumit.linkage.index.ranking import Seen
from manumit.linkage.index.segment import Segment
from manumit.linkage.index.tail import Tail
from manumit.linkage.index.view import View
from manumit.linkage.model import Model
from manumit.linkage.reading import Record, read, read_leniently

SEALED = 4096
"""Records in the journal before they become a segment."""

CHUNK = 250_000
"""Records that `load` turns into one segment."""

STEPS = 8
"""A segment at least so many times smaller than the one before it is left by itself."""

AT_ONCE = 65_536
"""The most records that adding merges by the way; more are merged by `compact`, at a time of its own."""


class Index:
    """An index in a folder, for records of the model's profile.

    A record is found from the moment `add` returns, by every process, and gone from the moment `remove` returns.
    Readers never wait; writers wait for each other. A process that is killed leaves an index that is whole.
    """

    def __init__(self, folder: Path | str, model: Model) -> None:
        self.model = model
        self._files = Files(Path(folder), model.profile.name)
        self._stamp: tuple[int, int] = (0, 0)
        self._manifest = Manifest(model.profile.name)
        self._parts: list[tuple[Part, View, Any]] = []
        self._tail = Tail(model.profile)
        self._offset = 0
        self._position = ""
        self._one_at_a_time = threading.RLock()
        self.refresh()

    @classmethod
    def open(cls, folder: Path | str, model: Model) -> Index:
        """Open the index in `folder`, making an empty one where there is none. Raises `Damaged`, ValueError."""
        return cls(folder, model)

    def __len__(self) -> int:
        self.refresh()
        return sum(int(alive.sum()) for _, _, alive in self._parts) + int(self._tail.alive.sum())

    @property
    def position(self) -> str:
        """The last mark a writer gave with a change: where to go on from after a crash."""
        self.refresh()
        return self._position

    def ids(self) -> Iterator[str]:
        """Yield the id of each record."""
        self.refresh()
        for _, view, alive in self._parts:
            yield from (id_.decode() for id_ in view.segment.ids[alive].tolist())
        yield from self._tail.ids()

    def search(
        self,
        record: Record,
        limit: int = 10,
        *,
        least: int | None = None,
        extra: Iterable[tuple[str, Record | None]] = (),
        allowed: Allowed | None = None,
    ) -> list[Hit]:
        """Return the `limit` records most like `record`, best first, those of equal weight by id.

        `least` leaves out lighter ones. `extra` are records newer than the index knows (None: removed), searched as
        if they had been added. Of the records that are not `allowed` none is found, and none changes what is: they are
        left out before anything is ranked or cut. Raises `BadValue`.
        """
        self.refresh()
        return Finding(self.model, record, least, extra, allowed).best(self._views(), limit)

    def search_seen(
        self,
        record: Record,
        limit: int,
        seen: Seen,
        *,
        at_once: int,
        least: int | None = None,
        extra: Iterable[tuple[str, Record | None]] = (),
        allowed: Allowed | None = None,
    ) -> list[Hit]:
        """As `search`, among the records of which `seen` says that they may be found, asked of the heaviest first.

        For who cannot know all of those beforehand. What is found is exactly the best of them, whatever else there is:
        nothing is cut before `seen` was asked. `at_once` are asked about first, then four times as many, and so on.
        """
        self.refresh()
        return Finding(self.model, record, least, extra, allowed).best_seen(self._views(), limit, seen, at_once)

    def carriers(self, name: str, terms: Collection[str] | None = None, least: int = 2) -> dict[str, set[str]]:
        """Return the ids of the records that carry each of `terms`, numbers of the issued feature `name`.

        Without `terms`, of every number that `least` records or more carry.
        """
        self.refresh()
        feature = self.model.profile.feature(name)
        segments = [(view.segment, alive) for view, alive in self._views()]
        if terms is None:
            return carrying.crowds(feature, segments, least)
        return carrying.carriers_of(feature, segments, terms)

    def add(self, id_: str, record: Record, *, position: str = "") -> None:
        """Add a record, or put it in the place of the one with its id. Raises `BadValue`; then nothing is changed."""
        self.add_many([(id_, record)], position=position)

    def add_many(self, records: Iterable[tuple[str, Record]], *, position: str = "", durable: bool = False) -> None:
        """Add records in one write: all of them or, where one cannot be read, none. For many thousands see `load`."""
        entries = [Entry(id_, dict(record), position) for id_, record in records]
        for entry in entries:
            read(self.model.profile, entry.record or {})
        self._write(entries, durable=durable)

    def remove(self, id_: str, *, position: str = "") -> None:
        """Remove a record; one that is not there is no error, since removing twice must be safe."""
        self._write([Entry(id_, None, position)], durable=False)

    def load(self, records: Iterable[tuple[str, Record]], *, position: str = "", lenient: bool = False) -> int:
        """Add very many records, `CHUNK` at a time, each chunk wholly or not at all; return how many.

        Chunks become one segment at the end, since every search asks each segment. Raises `BadValue` for the first
        record that cannot be read; the chunks before it stay. If `lenient`, its fields that can be read are taken.
        """
        loaded, chunks, left = 0, 0, iter(records)
        reader = read_leniently if lenient else read
        while chunk := dict(islice(left, CHUNK)):
            tail = Tail(self.model.profile)
            for id_, record in chunk.items():
                tail.put(id_, reader(self.model.profile, record))
            loaded, chunks = loaded + len(chunk), chunks + 1
            with self._files.alone():
                self.refresh()
                self._seal()
                self._stamp = (0, 0)  # whatever happens now, the next call reads the files again
                self._gone(list(chunk))
                self._append(tail.arrays(ways=True), tail.alive, position or self._position)
        if chunks > 1:
            with self._files.alone():
                self.refresh()
                self._merge(min(chunks, len(self._parts)))
        return loaded

    def compact(self) -> None:
        """Make one segment of all, dropping what was removed, its values included."""
        with self._files.alone():
            self.refresh()
            self._seal()
            self._merge(len(self._parts))

    def refresh(self) -> None:
        """Take in what other processes wrote; done by every call that reads."""
        with self._one_at_a_time:
            while not self._refreshed():
                continue

    def _refreshed(self) -> bool:
        """Catch up; False where a writer replaced the journal meanwhile."""
        if self._files.stamp() != self._stamp:
            self._reload()
        try:
            for entry, end in journal.entries_since(self._files.path(self._manifest.journal), self._offset):
                self._take(entry)
                self._offset = end
        except FileNotFoundError:
            return False
        return True

    def _views(self) -> Iterator[tuple[View, Any]]:
        with self._one_at_a_time:
            views = [(view, alive) for _, view, alive in self._parts]
            tail = [(self._tail.view(self.model), self._tail.alive)] if len(self._tail) else []
        yield from (*views, *tail)

    def _reload(self) -> None:
        """Open what the manifest names; segments that are open already stay so."""
        while True:
            stamp, manifest = self._files.stamp(), self._files.manifest()
            try:
                self._parts = [(part, *self._opened(part)) for part in manifest.parts]
            except FileNotFoundError:
                continue  # a writer replaced the manifest meanwhile
            self._stamp, self._manifest, self._offset = stamp, manifest, 0
            self._tail, self._position = Tail(self.model.profile), manifest.position
            return

    def _opened(self, part: Part) -> tuple[View, Any]:
        known = {old.file: view for old, view, _ in self._parts}
        view = known.get(part.file)
        if view is None:
            view = View(Segment(self.model.profile, container.read(self._files.path(part.file))), self.model)
        alive = np.ones(part.records, np.bool_)
        if part.gone:
            alive[container.read(self._files.path(part.gone))["gone"]] = False
        return view, alive

    def _take(self, entry: Entry) -> None:
        self._position = entry.position or self._position
        self._gone([entry.id])
        if entry.record is not None:
            self._tail.put(entry.id, read(self.model.profile, entry.record))

    def _gone(self, ids: Sequence[str]) -> None:
        for _, view, alive in self._parts:
            alive[view.segment.rows_of([id_.encode() for id_ in ids])] = False
        for id_ in ids:
            self._tail.drop(id_)

    def _write(self, entries: Sequence[Entry], *, durable: bool) -> None:
        with self._files.alone():
            self.refresh()
            path = self._files.path(self._manifest.journal)
            journal.mend(path, self._offset)
            journal.append(path, entries, durable=durable)
            if len(self._tail) + len(entries) >= SEALED:
                self.refresh()
                self._seal()
                self._merge(self._small())

    def _seal(self) -> None:
        """Turn the journal into a segment."""
        if self._offset:
            self._append(self._tail.arrays(ways=True), self._tail.alive, self._position)

    def _append(self, arrays: container.Arrays, alive: Any, position: str) -> None:
        if not len(alive):
            self._replace([], [(part, gone) for part, _, gone in self._parts], position)
            return
        self._replace([(arrays, alive)], [(part, gone) for part, _, gone in self._parts], position)

    def _merge(self, count: int) -> None:
        """Make one segment of the last `count`."""
        if count < 2 and not (count and not self._parts[-1][2].all()):
            return
        last, before = self._parts[-count:], self._parts[:-count]
        arrays = merged(self.model.profile, [Living(view.segment, np.flatnonzero(alive)) for _, view, alive in last])
        whole = [(arrays, np.ones(len(arrays["ids"]), np.bool_))] if len(arrays["ids"]) else []
        self._replace(whole, [(part, alive) for part, _, alive in before], self._position)

    def _small(self) -> int:
        """Return how many of the last segments are worth merging by the way."""
        sizes = [part.records for part, _, _ in self._parts]
        count, size = 1, sizes[-1]
        while count < len(sizes) and sizes[-count - 1] < STEPS * size and size + sizes[-count - 1] <= AT_ONCE:
            size += sizes[-count - 1]
            count += 1
        return count

    def _replace(self, new: list[tuple[container.Arrays, Any]], old: list[tuple[Part, Any]], position: str) -> None:
        """Write new segments behind old ones, an empty journal, and the manifest that makes them the index."""
        manifest = self._manifest
        parts = []
        for part, alive in old:
            gone, manifest = self._written_gone(manifest, alive)
            parts.append(replace(part, gone=gone))
        for arrays, alive in new:
            name, manifest = manifest.named("segment")
            container.write(self._files.path(name), arrays)
            gone, manifest = self._written_gone(manifest, alive)
            parts.append(Part(name, len(alive), gone))
        name, manifest = manifest.named("journal")
        self._files.put(replace(manifest, journal=name, parts=tuple(parts), position=position))
        self.refresh()

    def _written_gone(self, manifest: Manifest, alive: Any) -> tuple[str, Manifest]:
        if alive.all():
            return "", manifest
        name, manifest = manifest.named("gone")
        container.write(self._files.path(name), {"gone": np.flatnonzero(~alive)})
        return name, manifest
