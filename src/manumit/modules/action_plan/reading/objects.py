"""What a deed is done to: where its object begins and ends, and whether it says anything."""

from __future__ import annotations

from typing import Final

from .asides import object_behind
from .chains import Link
from .verbs import WITH_PREPOSITION, Shape, verb_as
from .words import CONJUNCTIONS, PREPOSITIONS, RELATIVES, Word, after_adverbs, is_adverb, lower_at

STOPS: Final = frozenset({";", "—", "–"})

TALK: Final = frozenset(
    {"remarks", "remark", "speech", "statement", "address", "keynote", "clear", "sense", "sure", "place", "comments"}
)

NOTHING_YET: Final = frozenset({"steps", "actions", "measures", "efforts", "commitments", "initiatives"})
"""What is announced without saying what it is."""

CEREMONY: Final = {"chair": frozenset({"meeting"}), "present": frozenset({"award", "awards"})}
"""What is done at the meeting itself."""

TOLD: Final = frozenset({"recommend", "agree", "report", "note", "confirm", "advise", "add", "propose"})
"""Verbs whose `that` tells what is said, not what is done."""

PERSONS: Final = frozenset({"them", "it", "us", "him", "her"})

UNFOLLOWED: Final = frozenset({"that", "how", "why", "whether", "its", "it"})


def is_counted(words: list[Word], start: int, end: int) -> bool:
    """Say whether it is said how many were visited: a visit or a meeting alone is no deed."""
    return any(word.text[0].isdigit() for word in words[start:end])


def says_nothing(words: list[Word], lemma: str, start: int, end: int) -> bool:
    """Say whether the words are talk: remarks delivered, steps announced, what only introduces a deed."""
    opening = [word.lower for word in words[start:end]][:3]
    said = {word.lower for word in words[start:end]}
    if _is_nobody(opening, end - start):
        return True
    if lemma == "announce":
        return bool(opening) and (opening[0] in UNFOLLOWED or (end - start <= 4 and bool(NOTHING_YET & set(opening))))
    if opening[:1] == ["that"] and lemma in TOLD:
        return True
    if bool(said & CEREMONY.get(lemma, frozenset())) or (lemma == "use" and "tool" in opening):
        return True
    if lemma == "take" and bool(NOTHING_YET & set(opening)):
        return True
    return lemma in {"deliver", "make", "issue", "take", "provide"} and bool(TALK & set(opening[:2]))


def _is_nobody(opening: list[str], length: int) -> bool:
    """Say whether the object is but a pronoun: `them`, `help them`, `us to a directive`."""
    if opening[:1] in ([], ["us"]):
        return bool(opening)
    return len(opening) == length < 3 and not opening[0].endswith("ing") and opening[-1] in PERSONS


def object_of(words: list[Word], link: Link, limit: int) -> tuple[int, int]:
    """Return where the object of a chain's verbs begins and ends, before `limit`; one place twice without one."""
    start = object_behind(words, link.last + 1)
    verb = link.verbs[-1]
    if lower_at(words, start) == ",":
        return start, start
    if (
        lower_at(words, start) in PREPOSITIONS | {"out", "up"}
        and verb.lemma not in WITH_PREPOSITION
        and lower_at(words, start) not in {"over", "about", "up", "more", "out"}
    ):
        return start, start
    end = start
    while end < limit and not _ends_object(words, end, start):
        end += 1
    while end > start and (words[end - 1].lower in CONJUNCTIONS | {",", ":", ".", ";"} or is_adverb(words[end - 1])):
        end -= 1
    return start, end


def _ends_object(words: list[Word], at: int, start: int) -> bool:
    word, behind = words[at].lower, lower_at(words, at + 1)
    if word in STOPS | {".", ";"} or (word in RELATIVES and at > start):
        return True
    if word == "to" and at > start + 1 and verb_as(words, after_adverbs(words, at + 1), Shape.BASE):
        return True
    if word == "," and behind in {"and", "but"} and lower_at(words, at + 2) in {"it", "they", "we", "this", "these"}:
        return True
    if word == "," and (
        behind in {"including", "which", "who", "where", "while", "ensuring", "such"} or behind.endswith("ing")
    ):
        return not verb_as(words, at + 1, Shape.DOING) or at > start + 1
    return word == "by" and behind.endswith("ing")
