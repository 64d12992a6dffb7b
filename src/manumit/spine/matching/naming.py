"""The ids of an index taken apart: which thing each names, and of which record."""

import weakref

import numpy as np
from numpy.typing import NDArray

Ids = NDArray[np.int64]


class Parts:
    """Many ids taken apart: which thing each names, as a number, and of which record."""

    def __init__(self, ids: NDArray[np.bytes_]) -> None:
        names: dict[bytes, int] = {}
        codes, records = [], []
        for text in ids.tolist():
            name, record, _ = text.rsplit(b":", 2)
            codes.append(names.setdefault(name, len(names)))
            records.append(int(record))
        self.codes, self.records = np.array(codes, np.int32), np.array(records, np.int64)
        self._rows = {name: np.flatnonzero(self.codes == code) for name, code in names.items()}
        self._ordered: dict[str, tuple[Ids, Ids]] = {}

    def rows_of(self, name: str) -> Ids:
        """Return the rows of what is called `name:kind`."""
        return self._rows.get(name.encode(), np.zeros(0, np.int64))

    def rows_in(self, name: str, records: Ids) -> Ids:
        """Return the rows of what is called `name:kind` of some records: looked up, since they are few of very many."""
        rows, ordered = self._in_order(name)
        begin, end = (np.searchsorted(ordered, records, side) for side in ("left", "right"))
        counts = end - begin
        steps = np.repeat(begin - (np.cumsum(counts) - counts), counts)
        found: Ids = rows[np.arange(int(counts.sum())) + steps]
        return found

    def rows_of_record(self, kind: str, record: int) -> Ids:
        """Return the rows of everything of one record."""
        suffix, one = f":{kind}".encode(), np.array([record], np.int64)
        names = [name.decode() for name in self._rows if name.endswith(suffix)]
        return np.concatenate([np.zeros(0, np.int64), *(self.rows_in(name, one) for name in names)])

    def _in_order(self, name: str) -> tuple[Ids, Ids]:
        """Return the rows of what is called so in the order of their records, and those records."""
        if name not in self._ordered:
            rows = self.rows_of(name)
            rows = rows[np.argsort(self.records[rows], kind="stable")]
            self._ordered[name] = rows, self.records[rows]
        return self._ordered[name]


_parsed: dict[int, tuple["weakref.ref[NDArray[np.bytes_]]", Parts]] = {}


def parts_of(ids: NDArray[np.bytes_]) -> Parts:
    """Return the ids of a segment taken apart, once a segment: the same array each time."""
    place, known = id(ids), _parsed.get(id(ids))
    if known and known[0]() is ids:
        return known[1]
    found = Parts(ids)
    _parsed[place] = weakref.ref(ids, lambda _: _parsed.pop(place, None)), found
    return found


def among(records: Ids, ids: Ids) -> NDArray[np.bool_]:
    """Whether each of `records` is in `ids`, which are in order."""
    if not len(ids):
        return np.zeros(len(records), np.bool_)
    places = np.minimum(np.searchsorted(ids, records), len(ids) - 1)
    found: NDArray[np.bool_] = ids[places] == records
    return found
