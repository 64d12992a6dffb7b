"""Who does it: the words before a verb group, taken to an agency by name, by `the Department`, or by what it runs."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from typing import Final

from .agencies import Mention
from .rules import choices, table, words_in
from .segments import (
    ARTICLES,
    PRONOUNS,
    Segment,
    covered,
    ends_with_agency,
    is_agency,
    last_phrase,
    mentions_in,
    merged,
    segments,
)
from .standing import NOBODY, Doer, How, Standing
from .words import CONJUNCTIONS, PREPOSITIONS, RELATIVES, SUBORDINATE, Word, is_adverb

JOINING: Final = frozenset({"and", "the", "of", "’s", "for"})
"""Small words in a list of agencies and their parts."""

AGREEING: Final = frozenset(words_in("agreeing"))
SEVERAL: Final = frozenset(
    {
        "agencies",
        "departments",
        "bureaus",
        "offices",
        "secretaries",
        "ministries",
        "units",
        "organisations",
        "organizations",
        "bodies",
    }
)
CUTTING: Final = frozenset({"and", "but", "while", "as", "that", "so", "or", "—", "–", ";", ":"})
WHITE_HOUSE: Final = frozenset({"administration", "president"})


def doer(words: Sequence[Word], named: Sequence[Mention], standing: Standing) -> Doer:
    """Return who does what follows `words`, the clause's words before the verb group."""
    if words and words[-1].lower == "we":
        return standing.we()
    parts = merged(segments(words), named)
    while parts and (joined := _joint(parts, named)):
        return joined
    asides: list[Doer] = []
    if len(parts) > 1 and [word.lower for word in parts[-1].words[:2]] == ["jointly", "with"]:
        return _jointly(parts, named, standing)
    for place in range(len(parts) - 1, -1, -1):
        part = parts[place]
        found = _of_segment(part, named, standing)
        if place and (part.opens_aside or (part.is_apposition and not is_agency(part, named))):
            if ends_with_agency(part, named) or not part.opens_aside:
                asides.append(found)
        elif found.how is not How.NOBODY and not (part.opens_aside and not ends_with_agency(part, named)):
            return _leader(asides) if found.how is How.COLLECTIVE and asides else found
        elif not part.opens_aside:
            break
    return _leader(asides)


def _leader(asides: list[Doer]) -> Doer:
    """Return who leads everybody: `Agencies, led by DHS, will`."""
    return next((each for each in asides if each.agencies), NOBODY)


def _jointly(parts: list[Segment], named: Sequence[Mention], standing: Standing) -> Doer:
    """`The Ministry, jointly with the Inspectorate,`: both."""
    each = [_of_segment(part, named, standing) for part in parts[-2:]]
    several = tuple(dict.fromkeys(agency for one in each for agency in one.agencies))
    return Doer(several, How.NAMED) if several else NOBODY


def _joint(parts: list[Segment], named: Sequence[Mention]) -> Doer | None:
    """`DOJ, DHS, and State`: all of them."""
    if len(parts) < 2 or not any(word.lower in CONJUNCTIONS for word in parts[-1].words):
        return None
    together: list[str] = []
    for part in reversed(parts):
        inside = mentions_in(part, named)
        if together and part.opens_aside:
            continue
        bare = [word for word in part.words if not (covered(word, inside) or word.is_capital or word.lower in JOINING)]
        if not inside or bare:
            break
        together[:0] = [each.agency for each in inside]
    return Doer(tuple(dict.fromkeys(together)), How.NAMED) if len(together) > 1 else None


def _of_segment(part: Segment, named: Sequence[Mention], standing: Standing) -> Doer:
    words = _without_agreeing(_core(part.words))
    if joint := _conjoined(words, named, standing):
        return joint
    inside = mentions_in(Segment(tuple(words)), named) if words else []
    if not words:
        return NOBODY
    kind = _kind(_head(words, inside))
    if (
        not inside
        and _head(words, ()).lower in SEVERAL
        and words[0].lower == "both"
        and len(two := _before(words[0], named)) == 2
    ):
        return Doer(two, How.NAMED)
    if inside:
        return _with_names(words, inside, kind, standing)
    return _without_names(words, standing)


def _before(word: Word, named: Sequence[Mention]) -> tuple[str, ...]:
    """Return the agencies the sentence names before a word."""
    return tuple(dict.fromkeys(each.agency for each in named if each.end <= word.start))


def _core(words: Sequence[Word]) -> list[Word]:
    """Return the words without openings: `And in addition also` says nothing of who acts."""
    at = 0
    while at < len(words) and words[at].lower != "both" and (words[at].lower in CUTTING or is_adverb(words[at])):
        at += 1
    end = len(words)
    while end > at and is_adverb(words[end - 1]):
        end -= 1
    return list(words[at:end])


def _without_agreeing(words: list[Word]) -> list[Word]:
    """`The Department agrees and`: the words before what the doer did first."""
    agreed = [at for at, word in enumerate(words) if word.lower in AGREEING]
    return words[: agreed[0]] if agreed and agreed[0] and words[-1].lower in CONJUNCTIONS else words


def _conjoined(words: list[Word], named: Sequence[Mention], standing: Standing) -> Doer | None:
    """`The Center and the Department of Labor`: all of them, where each part is somebody."""
    joints = [at for at, word in enumerate(words) if word.lower in {"and", "&"} and not covered(word, named)]
    if len(joints) != 1 or not 0 < joints[0] < len(words) - 1:
        return None
    halves = (words[: joints[0]], words[joints[0] + 1 :])
    if not all(half[0].lower in ARTICLES | {"both"} or covered(half[0], named) for half in halves):
        return None
    each = [_of_segment(Segment(tuple(half)), named, standing) for half in halves]
    several = tuple(dict.fromkeys(agency for one in each for agency in one.agencies))
    sure = all(one.agencies and one.how in {How.NAMED, How.REFERRED, How.HEADING, How.DOCUMENT} for one in each)
    return Doer(several, How.NAMED) if sure and any(one.how is How.NAMED for one in each) else None


def _head(words: Sequence[Word], inside: Sequence[Mention]) -> Word:
    """Return the noun the subject turns on: the last word before its first preposition that is no part of a name."""
    end = len(words)
    for at, word in enumerate(words):
        if at and word.lower in PREPOSITIONS | RELATIVES and not word.is_capital and not covered(word, inside):
            end = at
            break
        if at and (word.lower.endswith("ed") and not word.is_capital) and words[at - 1].lower not in ARTICLES:
            end = at
            break
    return words[end - 1]


def _with_names(words: Sequence[Word], inside: Sequence[Mention], kind: str, standing: Standing) -> Doer:
    head = _head(words, inside)
    if kind == "grantee":
        return Doer((inside[-1].agency,), How.GRANTEE)
    front = [each for each in inside if each.start <= head.start]
    if kind == "deliverable" and not covered(head, inside):
        return NOBODY
    if words[0].lower in PREPOSITIONS | SUBORDINATE:
        return _named(inside[-1:]) if inside[-1].end >= words[-1].end else standing_in_place(words, standing)
    if not front:
        return _named(inside[:1]) if kind in {"body", "activity"} else NOBODY
    if kind == "collective" and not covered(head, inside):
        return Doer((), How.COLLECTIVE)
    return _named(front)


def standing_in_place(words: Sequence[Word], standing: Standing) -> Doer:
    """Return whom the last words refer to where a circumstance names an agency: `Under the DOJ plan the Department`."""
    return _without_names(list(words[-2:]), standing)


def _named(found: Sequence[Mention]) -> Doer:
    agencies = tuple(dict.fromkeys(each.agency for each in found))
    return Doer(agencies, How.NAMED, next((each.body for each in found if each.body), ""))


def _without_names(words: Sequence[Word], standing: Standing) -> Doer:
    words = last_phrase(words)
    head = _head(words, ())
    kind = _kind(head)
    if head.is_capital and head.lower in standing.bodies:
        return standing.named_before(head.lower)
    if words[-1].lower in PRONOUNS | {"we"}:
        return standing.we() if words[-1].lower == "we" else standing.referred()
    if head.lower in WHITE_HOUSE:
        return Doer(("White House",), How.NAMED)
    if head.lower in SEVERAL and _is_pair(words):
        return standing.the_two()
    if head.lower == "department" and words[0].lower == "the":
        return standing.the_department()
    return _by_kind(words, kind, standing)


def _is_pair(words: Sequence[Word]) -> bool:
    """Say whether two are spoken of: `both agencies`, `the two Departments`, `the Departments`."""
    low = {word.lower for word in words[:3]}
    return bool(low & {"two", "both", "three", "four"}) or (
        words[0].lower == "the" and len(words) == 2 and words[1].is_capital
    )


def _by_kind(words: Sequence[Word], kind: str, standing: Standing) -> Doer:
    """Return whom a common noun refers to; a body with a name of its own that nobody knows refers to nobody."""
    referred, unknown = standing.referred(), sum(word.is_capital for word in words) > 2 and kind == "body"
    if kind == "collective":
        return Doer((), How.COLLECTIVE)
    if kind == "grantee":
        return Doer(referred.agencies, How.GRANTEE) if referred.agencies else NOBODY
    if unknown and kind == "body" and standing.teller:
        return Doer(standing.teller, How.REFERRED)
    if (unknown or kind == "independent") and not standing.heading:
        return Doer(standing.document, How.DOCUMENT) if unknown and standing.document else NOBODY
    plural = bool(standing.heading) and kind == "body" and words[-1].lower.endswith("s")
    refers = (
        kind == "activity" or plural or any(word.lower in ARTICLES | {"each", "every", "all"} for word in words[:2])
    )
    return referred if kind in {"body", "activity", "independent"} and refers else NOBODY


def _kind(word: Word) -> str:
    return _kinds().get(word.lower.removesuffix("’s"), "")


@lru_cache(maxsize=1)
def _kinds() -> dict[str, str]:
    return {noun: row["class"] for row in table("nouns") for noun in choices(row["nouns"])}
