"""Cutting a text into sentences without being fooled by `U.S.` or `Dr.`."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from .rules import words_in

ABBREVIATIONS: Final = frozenset(words_in("abbreviations"))
STOP: Final = re.compile(r"[.!?][\"”’')\]]*(?=\s+[\"“‘'(\[]?[A-Z0-9$]|[A-Z][a-z]|\s*$)|;(?=\s+and\s+the\s+[A-Z])")
LAST_WORD: Final = re.compile(r"([\w.]+)$")
STARTERS: Final = re.compile(
    r"\s+(?:The|In|This|These|It|They|On|As|For|To|We|Our|Since|Through|By|With|Additionally)\b"
)


def sentences(text: str, start: int = 0) -> Iterator[tuple[int, int]]:
    """Yield (start, end) of each sentence of `text`, counted from `start`."""
    begin = 0
    for stop in STOP.finditer(text):
        if not _ends(text, begin, stop):
            continue
        yield start + begin, start + stop.end()
        begin = stop.end() + len(text[stop.end() :]) - len(text[stop.end() :].lstrip())
    if text[begin:].strip():
        yield start + begin, start + len(text.rstrip())


def _ends(text: str, begin: int, stop: re.Match[str]) -> bool:
    """Say whether this stop ends a sentence: not after an abbreviation, unless a new one plainly begins."""
    if text[stop.start()] != ".":
        return True
    word = LAST_WORD.search(text[begin : stop.start()])
    last = word[1] if word else ""
    if last.casefold() in {"u.s", "u.n"}:
        return bool(STARTERS.match(text, stop.end()))
    return last.casefold() not in ABBREVIATIONS and not re.fullmatch(r"[A-Z]|(?:[A-Z]\.)+[A-Z]", last)
