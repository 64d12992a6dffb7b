"""A document as the reader sees it: one plain text, cut into headings, paragraphs and list items with their offsets."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from typing import Any, Final

SPACES: Final = re.compile(r"[\s\u00a0\u200b]+")
LONGEST_HEADING: Final = 14
"""Words; a longer line is a sentence."""


class BlockKind(StrEnum):
    """What a piece of the text is."""

    HEADING = "heading"
    PARAGRAPH = "paragraph"
    ITEM = "item"


@dataclass(frozen=True, slots=True)
class Block:
    """A piece of the text from `start` up to `end`; `level` ranks headings, 1 the highest; `line` is in the source.

    Of a table's row `by` is the cell that says who acts, `timeline` that which says when. An `aside` promises nothing.
    """

    kind: BlockKind
    start: int
    end: int
    level: int = 0
    line: int = 0
    by: str = ""
    timeline: str = ""
    aside: bool = False
    guessed: bool = False
    """A heading known by its look alone, so that its level is a guess."""


@dataclass(frozen=True, slots=True)
class Document:
    """The plain text, its blocks in order, and what it says of itself. Offsets of proposals point into `text`."""

    text: str
    blocks: tuple[Block, ...]
    title: str = ""
    dated: date | None = None

    def words_of(self, block: Block) -> str:
        """Return the text of one block."""
        return self.text[block.start : block.end]


@dataclass(slots=True)
class Builder:
    """Puts a document together block by block."""

    title: str = ""
    dated: date | None = None
    _parts: list[str] = field(default_factory=list)
    _blocks: list[Block] = field(default_factory=list)
    _length: int = 0

    def add(self, kind: BlockKind, text: str, *, level: int = 0, line: int = 0, **told: Any) -> None:
        """Add a block, `told` being its further fields; its white space is evened out, an empty one is left out."""
        words = SPACES.sub(" ", text).strip()
        if not words:
            return
        self._blocks.append(Block(kind, self._length, self._length + len(words), level, line, **told))
        self._parts.append(words)
        self._length += len(words) + 2

    def heading(self, text: str, *, level: int, line: int = 0, **told: Any) -> None:
        """Add a heading; one as long as a sentence is a paragraph."""
        short = len(text.split()) <= LONGEST_HEADING and not text.rstrip().endswith(".")
        self.add(BlockKind.HEADING if short else BlockKind.PARAGRAPH, text, level=level, line=line, **told)

    def build(self) -> Document:
        """Return the document."""
        return Document("\n\n".join(self._parts), tuple(self._blocks), self.title, self.dated)
