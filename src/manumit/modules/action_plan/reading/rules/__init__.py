"""The reader's rules as tables that anybody can read and correct: verbs, forms, agencies, pillars, nouns."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path

FOLDER = Path(__file__).parent


@lru_cache(maxsize=16)
def table(name: str) -> tuple[dict[str, str], ...]:
    """Return the rows of `name`.csv, each by its column titles."""
    with (FOLDER / f"{name}.csv").open(encoding="utf-8", newline="") as file:
        return tuple(csv.DictReader(file))


def choices(cell: str) -> Iterator[str]:
    """Yield the parts of a cell that are divided by bars."""
    yield from filter(None, cell.split("|"))


def words_in(name: str) -> tuple[str, ...]:
    """Return the small words of a class of words.csv, in their order."""
    return next(tuple(choices(row["words"])) for row in table("words") if row["class"] == name)
