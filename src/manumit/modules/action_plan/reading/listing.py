"""How plans list deeds: counted in a sentence (`will: (1) train`), as headlines (`DOJ to publish`), `(DOJ)` last."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from .agencies import Mention
from .forms import Group, forms
from .verbs import Shape, verb_as
from .words import Word, lower_at

COUNTS: Final = frozenset({"i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x"})
LAST: Final = 60
"""Characters of a bracket at the end of an item that holds only who does it."""


def uncounted(words: list[Word]) -> list[Word]:
    """Return the words without `(1)`, `(a)`, `(iv)` and the colon before the first: `will: (1) train; (2) pay`."""
    kept: list[Word] = []
    at = 0
    while at < len(words):
        if _counts(words, at):
            if kept and kept[-1].lower == ":":
                kept.pop()
            at += 3
        else:
            kept.append(words[at])
            at += 1
    return kept


def _counts(words: list[Word], at: int) -> bool:
    inside = lower_at(words, at + 1)
    count = (inside.isdigit() and len(inside) < 3) or inside in COUNTS or (len(inside) == 1 and inside.isalpha())
    return at > 0 and words[at].lower == "(" and lower_at(words, at + 2) == ")" and count


def headline(words: list[Word], named: Sequence[Mention], found: list[Group], *, asked: bool) -> list[Group]:
    """Return the deed of `DOJ to publish` or `DOJ, with DHS, to publish`, where agencies begin the sentence; where
    deeds are `asked` for, of `DOJ publish` too."""
    at = 1 if lower_at(words, 0) == "the" else 0
    while at < len(words) and (_in(words[at], named) or words[at].lower in {"and", "&"}):
        at += 1
    if not at or not named or named[0].start > words[min(1, len(words) - 1)].start:
        return []
    verb = behind_to(words, at) or (at if asked else 0)
    deed = verb_as(words, verb, Shape.BASE) if verb else None
    if not deed or deed.weight == "none" or (found and found[0].first < verb):
        return []
    return [Group(forms()["urged" if asked else "plans to"], at, verb, Shape.BASE, deed)]


def behind_to(words: list[Word], at: int) -> int:
    """Return the place of the verb behind the `to` at `at`, or behind an aside that ends with one; 0 without."""
    if lower_at(words, at) == "to":
        return at + 1
    commas = [here for here in range(at + 1, min(at + 24, len(words) - 1)) if words[here].lower == ","]
    if lower_at(words, at) != "," or not commas:
        return 0
    return next((here + 2 for here in commas if lower_at(words, here + 1) == "to"), 0)


def _in(word: Word, named: Sequence[Mention]) -> bool:
    return any(each.start <= word.start < each.end for each in named)


def owner_last(text: str, start: int, end: int, named: Sequence[Mention]) -> tuple[str, ...]:
    """Return the agencies an item ends with in brackets, where nothing else is in them: `Train judges (DOJ, HHS).`"""
    sentence = text[start:end].rstrip(" .;")
    opened = max(sentence.rfind("("), sentence.rfind("["))
    if opened < 1 or sentence[-1:] not in {")", "]"} or len(sentence) - opened > LAST:
        return ()
    inside = [each for each in named if each.start > start + opened]
    left = sum(map(str.isalpha, sentence[opened:])) - sum(
        sum(map(str.isalpha, text[each.start : each.end])) for each in inside
    )
    return tuple(dict.fromkeys(each.agency for each in inside)) if inside and left <= len("and") else ()
