"""How names of Tribes are compared: without common words, states and punctuation, each other name by itself."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from manumit.values.tables.us_states import US_STATES

COMMON_WORDS = frozenset(
    re.findall(
        r"\w+",
        "a and in of the to tribe tribes tribal nation nations band bands indian indians native natives village "
        "reservation rancheria community communities colony council traditional association government organized "
        "cooperative town ira group state mission confederated includes component constituent oyate",
    )
)
"""Words that many names hold and that tell no Tribe from another."""

_SAME_WORD = {"saint": "st", "ste": "st", "sainte": "st", "boys": "boy"}
_ALSO = re.compile(
    r"\b(?:also known as(?: the)?|aka|f/k/a|formerly(?: listed(?: as)?)?(?: the)?|previously listed as(?: of)?|"
    r"now|or|see)\b",
    re.IGNORECASE,
)
_STATES = sorted((row.label for row in US_STATES), key=len, reverse=True)
_ANY_STATE = "|".join(map(re.escape, _STATES))
_STATE = re.compile(rf"\b({_ANY_STATE})\b", re.IGNORECASE)
_LAST_STATES = re.compile(rf"(?:[\s,;&]+(?:(?:of|in|and)\s+)*(?:{_ANY_STATE}))+\s*$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class NameKeys:
    """What is compared of one name: `whole` words in order, the set of `telling` words, and the `states` it names."""

    whole: str
    telling: frozenset[str]
    states: frozenset[str]


@cache
def keys_of(name: str) -> NameKeys:
    """Return what is compared of `name`, parentheses left out."""
    text = re.sub(r"\([^()]*\)?", " ", _without_inner(name))
    words = _words(text)
    return NameKeys(" ".join(words), _telling(words, text), states_in(name))


def other_names(name: str) -> Iterator[str]:
    """Yield the other names that `name` holds in parentheses or after "also known as"."""
    for inside in re.findall(r"\(([^()]*)\)?", _without_inner(name)):
        yield from filter(None, (part.strip(" ;,") for part in _ALSO.split(inside)))
    outside = re.sub(r"\([^()]*\)?", " ", _without_inner(name))
    yield from filter(None, (part.strip(" ;,") for part in _ALSO.split(outside)[1:]))


def without_states(name: str) -> str:
    """Return `name` without the states it ends with: "Crow Tribe" for "Crow Tribe of Montana"."""
    return _LAST_STATES.sub("", name)


def states_in(text: str) -> frozenset[str]:
    """Return the postal codes of the states that `text` names."""
    return frozenset(US_STATES.labelled(name).code for name in _STATE.findall(text))


def _telling(words: list[str], text: str) -> frozenset[str]:
    states = {word for name in _STATE.findall(text) for word in _words(name)}
    telling = frozenset(words) - COMMON_WORDS - states
    return telling or frozenset(words) - COMMON_WORDS or frozenset(words)


def _words(text: str) -> list[str]:
    plain = "".join(mark for mark in unicodedata.normalize("NFKD", text) if not unicodedata.combining(mark)).casefold()
    plain = re.sub(r"['\u2019\u2018`.]", "", plain.replace("&", " and "))
    return [_SAME_WORD.get(word, word) for word in re.findall(r"[a-z0-9]+", plain)]


def _without_inner(name: str) -> str:
    """Take the parentheses off what stands in parentheses within parentheses."""
    return re.sub(r"\(([^()]*)\(([^()]*)\)", r"(\1; \2;", name)
