"""The chapter one reads in: which pillar its heading opened, and which heading ends it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from .document import Block, Document

CLOSING: Final = re.compile(
    r"^(?:background|about|conclusion|contact|resources|learn more|introduction|appendix|annex|notes)"
)
PART: Final = re.compile(r"^(?:principle|goal|objective|priority|strategy|action|focus|theme)\b|^[\d.]+\s")
ROMAN: Final = re.compile(r"(?:[IVX]+|Part [IVX\d]+)[.:)]?\s")
"""How chapters are counted: where a chapter is a pillar, the next is another."""

COUNTED: Final = re.compile(r"\d+[.)]\s")

STRONG: Final = re.compile(r"(?:pillar|strategic pillar)\b|(?:[ivx\d]+[.:)]\s+)?[\w-]+$", re.IGNORECASE)
"""A heading that is a pillar's own: a lower one speaks of a part of it."""

LOWEST: Final = 99
"""A level below that of every heading."""


@dataclass(slots=True)
class Chapter:
    """The pillar that holds for what is read, "" for none, and the heading that opened it."""

    document: Document
    pillar: str = ""
    _level: int = LOWEST
    _head: Block | None = None
    _is_roman: bool = False

    def turn(self, text: str, block: Block, opens: str | None, *, names_agencies: bool) -> None:
        """Go on from the heading `block`, whose words are `text` and which would open the pillar `opens`, if any."""
        if opens:
            if not self._is_part(text, block):
                self._is_roman = bool(ROMAN.match(text))
                self.pillar, self._head, self._level = opens, block, block.level
        elif not names_agencies and self._ends(text, block):
            self.pillar, self._level = "", LOWEST

    def _is_part(self, text: str, block: Block) -> bool:
        """Say whether this heading is of a part of the pillar that stands: `Principle 1.2: Victim Identification`."""
        if self._head is None or not self.pillar or STRONG.match(text):
            return False
        if not STRONG.match(self.document.words_of(self._head)):
            return False
        return bool(PART.match(text.lower())) or (block.level > self._head.level and not block.guessed)

    def _ends(self, text: str, block: Block) -> bool:
        """Say whether this heading ends the pillar: a higher one, one as high by its mark, or a closing one."""
        if CLOSING.search(text.lower()):
            return True
        if self._is_roman and ROMAN.match(text):
            return True
        if self._head is None or block.level != self._level:
            return block.level < self._level
        head = self.document.words_of(self._head)
        if COUNTED.match(text) and COUNTED.match(head):
            return True
        as_high = not (self._head.guessed and block.guessed) or (head.isupper() and text.isupper())
        return as_high and not PART.match(text.lower())
