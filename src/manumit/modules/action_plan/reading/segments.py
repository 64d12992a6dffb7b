"""A subject divided at its commas: which part is the subject, which an aside or an apposition."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from .agencies import Mention
from .words import CONJUNCTIONS, PREPOSITIONS, SUBORDINATE, Word, is_adverb

ARTICLES: Final = frozenset({"the", "this", "these", "its", "their", "our", "new", "a", "an", "such", "those"})
PRONOUNS: Final = frozenset({"it", "they"})


@dataclass(frozen=True, slots=True)
class Segment:
    """The words between two commas."""

    words: tuple[Word, ...]

    @property
    def opens_aside(self) -> bool:
        """Say whether it is an aside or a circumstance, not the subject."""
        first = next((word.lower for word in self.words if not is_adverb(word)), "")
        aside = first in SUBORDINATE or (len(self.words) > 1 and (first.endswith("ing") or self._is_told_of))
        return aside and last_phrase(self.words) is self.words

    @property
    def _is_told_of(self) -> bool:
        """Say whether it is a participle with its agent or place: `chaired by DHS`."""
        first, second = self.words[0], self.words[1].lower
        return first.lower.endswith("ed") and not first.is_capital and second in {"by", "in", "with", "under", "at"}

    @property
    def is_apposition(self) -> bool:
        """Say whether it explains the words before it."""
        return self.words[0].lower in {"a", "an", "one", "the"}


def segments(words: Sequence[Word]) -> list[Segment]:
    """Divide `words` at commas."""
    found: list[list[Word]] = [[]]
    for word in words:
        if word.lower == ",":
            found.append([])
        elif word.text not in {'"', "“", "”", "(", ")"}:
            found[-1].append(word)
    return [Segment(tuple(each)) for each in found if each]


def merged(parts: list[Segment], named: Sequence[Mention]) -> list[Segment]:
    """`the Bureau for Democracy, Human Rights, and Governance`: a name with commas is one segment."""
    while len(parts) > 1 and all(
        (word.is_capital or word.lower in CONJUNCTIONS) and not covered(word, named) for word in parts[-1].words
    ):
        parts = [*parts[:-2], Segment((*parts[-2].words, *parts[-1].words))]
    return parts


def last_phrase(words: Sequence[Word]) -> Sequence[Word]:
    """`In fiscal year 2025 the Department`: the words from the noun phrase that a circumstance opens."""
    if words[0].lower not in PREPOSITIONS | SUBORDINATE:
        return words
    begins = [
        at for at, word in enumerate(words) if at > 1 and word.lower in ARTICLES | PRONOUNS | {"both", "we", "all"}
    ]
    at = next((at for at in begins if words[at - 1].lower not in PREPOSITIONS | CONJUNCTIONS), 0)
    if not at:
        return words
    return words[at + 2 :] if len(words) > at + 2 and words[at + 1].lower == "of" else words[at:]


def mentions_in(part: Segment, named: Sequence[Mention]) -> list[Mention]:
    """Return those of `named` that stand in the segment, wholly or in part."""
    first, last = part.words[0].start, part.words[-1].end
    return [each for each in named if each.start < last and each.end > first]


def covered(word: Word, inside: Sequence[Mention]) -> bool:
    """Say whether a word is part of one of the names."""
    return any(each.start <= word.start < each.end for each in inside)


def is_agency(part: Segment, named: Sequence[Mention]) -> bool:
    """Say whether the segment is an agency's name with nothing but an article before it."""
    inside = mentions_in(part, named)
    return bool(inside) and all(covered(word, inside) or word.lower in ARTICLES for word in part.words)


def ends_with_agency(part: Segment, named: Sequence[Mention]) -> bool:
    """Say whether the segment ends with an agency's name and has words before it: `led by DHS`."""
    inside = mentions_in(part, named)
    return bool(inside) and inside[-1].end >= part.words[-1].end - 1 and inside[-1].start > part.words[0].start
