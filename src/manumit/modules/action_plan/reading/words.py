"""A sentence as words, and the small words that the rules ask about."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from .rules import words_in

WORD: Final = re.compile(
    r"U\.S\.|[A-Z]\.(?:[A-Z]\.)+|\$?\d[\d,.]*\d|\$?\d|[^\W\d_]+(?:[-/’'&][^\W\d_]+)*(?:[’'](?=\s|$))?|[^\s\w]|\w+"
)

ADVERBS: Final = frozenset(words_in("adverbs"))
DETERMINERS: Final = frozenset(words_in("determiners"))
PREPOSITIONS: Final = frozenset(words_in("prepositions"))
CONJUNCTIONS: Final = frozenset({"and", "or", "&"})
RELATIVES: Final = frozenset({"that", "which", "who", "whom", "where"})
MODALS_OUT: Final = frozenset({"may", "might", "could", "would", "should", "can", "cannot"})
BE_PRESENT: Final = frozenset({"is", "are", "am", "’s"})
BE_PAST: Final = frozenset({"was", "were"})
HAVE: Final = frozenset({"has", "have"})
NEGATIONS: Final = frozenset({"not", "never", "no"})
SUBORDINATE: Final = frozenset(words_in("subordinate"))


@dataclass(frozen=True, slots=True)
class Word:
    """A word or a mark, where it stands in the document's text, and in lower case."""

    text: str
    lower: str
    start: int
    end: int

    @property
    def is_mark(self) -> bool:
        """Say whether it is punctuation."""
        return not self.text[0].isalnum() and self.text[0] != "$"

    @property
    def is_capital(self) -> bool:
        """Say whether it begins great."""
        return self.text[0].isupper()


def words_of(text: str, start: int, end: int) -> list[Word]:
    """Return the words of `text` from `start` up to `end`."""
    found = WORD.finditer(text, start, end)
    return [Word(match[0], match[0].lower().replace("'", "’"), match.start(), match.end()) for match in found]


def after_adverbs(words: list[Word], at: int) -> int:
    """Return the place of the first word from `at` that is no adverb."""
    while at < len(words) and is_adverb(words[at]):
        at += 1
    return at


def is_adverb(word: Word) -> bool:
    """Say whether a verb may stand behind this word as if it were not there."""
    return word.lower in ADVERBS or (
        word.lower.endswith("ly") and word.lower not in {"supply", "apply", "family", "only"}
    )


def lower_at(words: list[Word], at: int) -> str:
    """Return the word at `at` in lower case, or nothing past either end."""
    return words[at].lower if 0 <= at < len(words) else ""
