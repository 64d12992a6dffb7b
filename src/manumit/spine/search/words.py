"""What people type into a search, read into words."""

import re
from dataclasses import dataclass

from django.utils.translation import gettext_lazy as _

MOST_WORDS = 8
SHORTEST_PREFIX = 3
_TOKEN = re.compile(r'(?P<minus>-?)(?:["“](?P<phrase>[^"”]*)["”]|(?P<word>[^\s"“”]+))')


class BadSearch(ValueError):
    """A search that cannot be made; its text says why, for people."""


@dataclass(frozen=True, slots=True)
class Word:
    """A word or a phrase to be found; `prefix` where it is a beginning, `excluded` where it must not be there."""

    text: str
    phrase: bool = False
    prefix: bool = False
    excluded: bool = False


def read(text: str) -> tuple[Word, ...]:
    """Return the words of `text`: `truck "blue hat" tall* -ford`. Raises BadSearch for too many, or none to find."""
    words = tuple(word for match in _TOKEN.finditer(text) if (word := _word(match)))
    if len(words) > MOST_WORDS:
        raise BadSearch(_("At most 8 words: narrow with the other filters."))
    if words and all(word.excluded for word in words):
        raise BadSearch(_("Give at least one word to find, not only words to leave out."))
    return words


def _word(match: re.Match[str]) -> Word | None:
    excluded = bool(match["minus"])
    if match["phrase"] is not None:
        text = match["phrase"].strip()
        return Word(text, phrase=True, excluded=excluded) if _says_something(text) else None
    text = match["word"]
    stem = text.rstrip("*")
    if not _says_something(stem):
        return None
    if stem != text and len(stem) < SHORTEST_PREFIX:
        raise BadSearch(_("Give at least three letters before the asterisk."))
    return Word(stem, prefix=stem != text, excluded=excluded)


def _says_something(text: str) -> bool:
    return any(character.isalnum() for character in text)
