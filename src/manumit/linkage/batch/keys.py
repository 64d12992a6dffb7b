"""Keys: what two records that may be the same are likely to have in common, one number a key.

A kind of key turns each value of a dictionary into numbers; records whose numbers meet under a rule (`rules.py`) are
compared. Given and family names have one dictionary, so that exchanged names meet too. Two keys may by chance have the
same number (a checksum of 32 bits): such records are compared for nothing, and no harm is done.
"""

from __future__ import annotations

import zlib
from collections.abc import Callable, Iterator, Mapping

import numpy as np

from manumit.linkage.batch.engine import Arrays
from manumit.linkage.compare import nicknames, spelling
from manumit.linkage.comparison import Columns

Parts = Iterator[tuple[int, int]]
"""Row of the columns, number of the key."""

Maker = Callable[[Columns], Parts]

ITSELF = "itself"
"""The kind of key that is the value: its code is the key, and nothing is made of it."""

LEAST_WORD = 4
"""Letters of a word that stands for a compound name: particles are shorter."""


def made(kind: str, columns: Columns, first: int = 0) -> Arrays:
    """Return (code, part) for a kind of key: the numbers of each row, codes counted from `first`."""
    found = np.array(list(KINDS[kind](columns)), np.int64).reshape(-1, 2)
    return {"code": (found[:, 0] + first).astype(np.int32), "part": np.ascontiguousarray(found[:, 1])}


def _texts(columns: Columns) -> list[bytes]:
    found: list[bytes] = columns["text"].tolist()
    return found


def _called(columns: Columns) -> Parts:
    """The formal names that a name may be short for; a name that is on no list is its own."""
    for row, text in enumerate(_texts(columns)):
        yield from ((row, zlib.crc32(formal.encode())) for formal in nicknames.formal(text))


def _sound(columns: Columns) -> Parts:
    """How the name sounds, and how each word of a compound name does."""
    for row, (text, heard) in enumerate(zip(_texts(columns), columns["sound"].tolist(), strict=True)):
        words = text.split() if b" " in text else ()
        sounds = {heard, *(spelling.sound(word) for word in words if len(word) >= LEAST_WORD)}
        yield from ((row, sound >> 1) for sound in sounds - {0})


def _letters(length: int) -> Maker:
    def begin(columns: Columns) -> Parts:
        yield from ((row, zlib.crc32(text[:length])) for row, text in enumerate(_texts(columns)) if text)

    return begin


def _date(columns: Columns) -> Parts:
    """The day, where all of it is known."""
    yield from ((row, year * 10_000 + month * 100 + day) for row, (year, month, day) in _dates(columns) if day)


def _day(columns: Columns) -> Parts:
    """Year, month and day, whichever of month and day stands first."""
    for row, (year, month, day) in _dates(columns):
        if day:
            yield row, year * 10_000 + min(month, day) * 100 + max(month, day)


def _year(columns: Columns) -> Parts:
    yield from ((row, year) for row, (year, _, _) in _dates(columns) if year)


def _anniversary(columns: Columns) -> Parts:
    """Month and day without the year."""
    yield from ((row, month * 100 + day) for row, (_, month, day) in _dates(columns) if day)


def _dates(columns: Columns) -> Iterator[tuple[int, tuple[int, int, int]]]:
    parts = (columns[name].tolist() for name in ("year", "month", "day"))
    yield from enumerate(zip(*parts, strict=True))


def _town(columns: Columns) -> Parts:
    """The town's name; its state is left out, since sources often do."""
    yield from ((row, zlib.crc32(text)) for row, text in enumerate(_texts(columns)) if text)


def _telephone(columns: Columns) -> Parts:
    """The seven local digits: area codes are left out."""
    yield from enumerate((columns["number"] % 10**7).tolist())


def _plate(columns: Columns) -> Parts:
    """Every four characters in a row of a plate, look-alikes written as one."""
    for row, text in enumerate(columns["plain"].tolist()):
        windows = {text[start : start + 4] for start in range(max(len(text) - 3, 1))}
        yield from ((row, zlib.crc32(window)) for window in windows if b"?" not in window)


def _ending(columns: Columns) -> Parts:
    """The last six characters of a vehicle's number."""
    yield from ((row, zlib.crc32(text[-6:])) for row, text in enumerate(_texts(columns)))


KINDS: Mapping[str, Maker] = {
    "called": _called,
    "sound": _sound,
    "initial": _letters(1),
    "start": _letters(4),
    "date": _date,
    "day": _day,
    "year": _year,
    "anniversary": _anniversary,
    "town": _town,
    "telephone": _telephone,
    "plate": _plate,
    "ending": _ending,
}
"""The kinds of key by name, `ITSELF` apart."""
