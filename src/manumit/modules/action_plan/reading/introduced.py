"""Agencies of other countries, which no table lists: a plan introduces its own, `the Ministry of Education (ME)`.

Their code is the abbreviation in brackets, or else the name. Only a text that speaks more of such than of the agencies
of `rules/agencies.csv` is read so: elsewhere an unknown office is part of an agency, or nobody's.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from .rules import words_in

LEAST: Final = 3
"""Times a text must name bodies of its own before it is read as another country's."""

HEADS: Final = "|".join(map(re.escape, words_in("state_bodies")))
OFFICERS: Final = "|".join(map(re.escape, words_in("state_officers")))
OTHERS: Final = re.compile(
    r"United Nations|\bUN\b|\bU\.N\.|International|National (?:Association|Center)|County|City|State|Tribal"
)
OPENING: Final = "The|This|Each|Every|Both|All|Its|In|By|With|And|Under|A|An|For|From|To|Our|Two|Three|Any|No"
GREAT: Final = r"[A-Z][\w’'-]*"
CHAIN: Final = rf"{GREAT}(?:(?:,? and| of(?: the)?| for|,)? {GREAT})*"
SHORT: Final = r"(?:\s*\((?P<short>[A-Z][A-Za-z&-]{1,9})\))?"
NAME: Final = re.compile(
    rf"(?<![\w’])(?P<name>(?:{OFFICERS}|{HEADS})(?:-General)? (?:of|for|on)(?: the)? {CHAIN}"
    rf"|(?:(?!(?:{OPENING}) ){GREAT}(?: and)? ){{1,4}}?(?:{HEADS})(?: Force| Service| Office)?"
    rf"(?! [A-Z](?!\w*\)))(?![\w’])){SHORT}"
)


def introduced(text: str) -> dict[str, str]:
    """Return the code of each body the text introduces, by its names; nothing where it names too few."""
    found: dict[str, str] = {}
    count = 0
    for name, short in _named(text):
        count += 1
        found[name] = short or found.get(name, name)
        if short:
            found[short] = short
    return found if count >= LEAST else {}


def abbreviated(text: str) -> Iterator[tuple[str, str, int]]:
    """Yield name, abbreviation and place of each body introduced with both, but those of the UN or a state."""
    for match in NAME.finditer(text):
        before = text[max(0, match.start() - 30) : match.end()]
        if match["short"] and not OTHERS.search(before):
            yield " ".join(match["name"].split()), match["short"], match.start()


def _named(text: str) -> Iterator[tuple[str, str]]:
    for match in NAME.finditer(text):
        name = match["name"]
        if " " in name and not re.search(rf"\b(?:{HEADS}|{OFFICERS}),? and(?: the)? ", name):
            yield name, match["short"] or ""
