"""What is said between the parts of a verb or before a list item's: `will, with DOJ, open`, `By May, open`."""

from __future__ import annotations

from typing import Final

from .verbs import Shape, surely_verb, verb_as
from .words import DETERMINERS, PREPOSITIONS, SUBORDINATE, Word, after_adverbs, lower_at

LONGEST: Final = 32
"""Words of an aside."""

OPENERS: Final = (
    PREPOSITIONS | SUBORDINATE | {"not", "no", "subject", "once", "where", "beginning", "starting", "to", "each"}
)
SHAPES: Final = (Shape.BASE, Shape.PAST, Shape.PARTICIPLE, Shape.DOING)


def behind_aside(words: list[Word], at: int, shape: Shape) -> int:
    """Return the place of the verb behind the aside that begins at `at`; `at` itself where none does."""
    if lower_at(words, at) != "," or lower_at(words, at + 1) not in OPENERS:
        return at
    return next((here for here in _behind_commas(words, at + 1) if verb_as(words, here, shape)), at)


def behind_circumstance(words: list[Word], at: int) -> int:
    """Return the place of the verb an item begins with behind its circumstance: `By June, open`, `With DOJ, open`."""
    low, second = lower_at(words, at), lower_at(words, at + 1)
    if low in OPENERS - {"to"} or (low in {"not", "no"} and second in {"later", "more"}):
        shapes: tuple[Shape, ...] = SHAPES
    elif low.endswith("ing") and verb_as(words, at, Shape.DOING):
        shapes = (Shape.BASE,)
    else:
        return at
    places = _behind_commas(words, at)
    return next((here for here in places if any(_begins(words, here, shape) for shape in shapes)), at)


def object_behind(words: list[Word], at: int) -> int:
    """Return where the object begins behind an aside at `at`: `launch, with DOJ, a portal`; `at` where none is."""
    if lower_at(words, at) != "," or lower_at(words, at + 1) not in OPENERS:
        return at
    return next((here for here in _behind_commas(words, at + 1) if _is_noun_phrase(words, here)), at)


def _is_noun_phrase(words: list[Word], at: int) -> bool:
    return words[at].lower in DETERMINERS or words[at].text[0] in "$0123456789"


def _begins(words: list[Word], at: int, shape: Shape) -> bool:
    verb = verb_as(words, at, shape)
    return bool(verb and verb.weight != "none" and surely_verb(words, at, verb))


def _behind_commas(words: list[Word], at: int) -> list[int]:
    """Return the places behind the commas of what begins at `at`, before anything else divides it."""
    found = []
    for here in range(at, min(at + LONGEST, len(words) - 1)):
        if words[here].lower in {";", ":", "—", "–", ".", "will", "shall"}:
            break
        if words[here].lower == ",":
            behind = after_adverbs(words, here + 1)
            found += [behind] if behind < len(words) and not words[behind].is_capital else []
    return found
