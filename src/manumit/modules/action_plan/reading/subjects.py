"""Who does it: the words before a verb group, taken to an agency by name, by `the Department`, or by what it runs."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from .agencies import Mention
from .rules import choices, table, words_in
from .standing import NOBODY, Doer, How, Standing
from .words import CONJUNCTIONS, PREPOSITIONS, RELATIVES, SUBORDINATE, Word, is_adverb

ARTICLES: Final = frozenset({"the", "this", "these", "its", "their", "our", "new", "a", "an", "such", "those"})
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
PRONOUNS: Final = frozenset({"it", "they"})
CUTTING: Final = frozenset({"and", "but", "while", "as", "that", "so", "or", "—", "–", ";", ":"})
WHITE_HOUSE: Final = frozenset({"administration", "president"})


@dataclass(frozen=True, slots=True)
class Segment:
    """The words between two commas."""

    words: tuple[Word, ...]

    @property
    def opens_aside(self) -> bool:
        """Say whether it is an aside or a circumstance, not the subject."""
        first = next((word.lower for word in self.words if not is_adverb(word)), "")
        aside = first in SUBORDINATE or (len(self.words) > 1 and (first.endswith("ing") or self._is_told_of))
        return aside and _last_phrase(self.words) is self.words

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


def doer(words: Sequence[Word], named: Sequence[Mention], standing: Standing) -> Doer:
    """Return who does what follows `words`, the clause's words before the verb group."""
    if words and words[-1].lower == "we":
        return standing.we()
    parts = _merged(segments(words), named)
    while parts and (joined := _joint(parts, named)):
        return joined
    asides: list[Doer] = []
    if len(parts) > 1 and [word.lower for word in parts[-1].words[:2]] == ["jointly", "with"]:
        return _jointly(parts, named, standing)
    for place in range(len(parts) - 1, -1, -1):
        part = parts[place]
        found = _of_segment(part, named, standing)
        if place and (part.opens_aside or (part.is_apposition and not _is_agency(part, named))):
            if _ends_with_agency(part, named) or not part.opens_aside:
                asides.append(found)
        elif found.how is not How.NOBODY and not (part.opens_aside and not _ends_with_agency(part, named)):
            return _leader(asides) if found.how is How.COLLECTIVE and asides else found
        elif not part.opens_aside:
            break
    return _leader(asides)


def _leader(asides: list[Doer]) -> Doer:
    """Return who leads everybody: `Agencies, led by DHS, will`."""
    return next((each for each in asides if each.agencies), NOBODY)


def _merged(parts: list[Segment], named: Sequence[Mention]) -> list[Segment]:
    """`the Bureau for Democracy, Human Rights, and Governance`: a name with commas is one segment."""
    while len(parts) > 1 and all(
        (word.is_capital or word.lower in CONJUNCTIONS) and not _covered(word, named) for word in parts[-1].words
    ):
        parts = [*parts[:-2], Segment((*parts[-2].words, *parts[-1].words))]
    return parts


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
        inside = _inside(part, named)
        if together and part.opens_aside:
            continue
        bare = [word for word in part.words if not (_covered(word, inside) or word.is_capital or word.lower in JOINING)]
        if not inside or bare:
            break
        together[:0] = [each.agency for each in inside]
    return Doer(tuple(dict.fromkeys(together)), How.NAMED) if len(together) > 1 else None


def _of_segment(part: Segment, named: Sequence[Mention], standing: Standing) -> Doer:
    words = _without_agreeing(_core(part.words))
    if joint := _conjoined(words, named, standing):
        return joint
    inside = _inside(Segment(tuple(words)), named) if words else []
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
    joints = [at for at, word in enumerate(words) if word.lower in {"and", "&"} and not _covered(word, named)]
    if len(joints) != 1 or not 0 < joints[0] < len(words) - 1:
        return None
    halves = (words[: joints[0]], words[joints[0] + 1 :])
    if not all(half[0].lower in ARTICLES | {"both"} or _covered(half[0], named) for half in halves):
        return None
    each = [_of_segment(Segment(tuple(half)), named, standing) for half in halves]
    several = tuple(dict.fromkeys(agency for one in each for agency in one.agencies))
    sure = all(one.agencies and one.how in {How.NAMED, How.REFERRED, How.HEADING, How.DOCUMENT} for one in each)
    return Doer(several, How.NAMED) if sure and any(one.how is How.NAMED for one in each) else None


def _head(words: Sequence[Word], inside: Sequence[Mention]) -> Word:
    """Return the noun the subject turns on: the last word before its first preposition that is no part of a name."""
    end = len(words)
    for at, word in enumerate(words):
        if at and word.lower in PREPOSITIONS | RELATIVES and not word.is_capital and not _covered(word, inside):
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
    if kind == "deliverable" and not _covered(head, inside):
        return NOBODY
    if words[0].lower in PREPOSITIONS | SUBORDINATE:
        return _named(inside[-1:]) if inside[-1].end >= words[-1].end else standing_in_place(words, standing)
    if not front:
        return _named(inside[:1]) if kind in {"body", "activity"} else NOBODY
    if kind == "collective" and not _covered(head, inside):
        return Doer((), How.COLLECTIVE)
    return _named(front)


def standing_in_place(words: Sequence[Word], standing: Standing) -> Doer:
    """Return whom the last words refer to where a circumstance names an agency: `Under the DOJ plan the Department`."""
    return _without_names(list(words[-2:]), standing)


def _named(found: Sequence[Mention]) -> Doer:
    agencies = tuple(dict.fromkeys(each.agency for each in found))
    return Doer(agencies, How.NAMED, next((each.body for each in found if each.body), ""))


def _without_names(words: Sequence[Word], standing: Standing) -> Doer:
    words = _last_phrase(words)
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


def _last_phrase(words: Sequence[Word]) -> Sequence[Word]:
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


def _inside(part: Segment, named: Sequence[Mention]) -> list[Mention]:
    first, last = part.words[0].start, part.words[-1].end
    return [each for each in named if each.start < last and each.end > first]


def _covered(word: Word, inside: Sequence[Mention]) -> bool:
    return any(each.start <= word.start < each.end for each in inside)


def _is_agency(part: Segment, named: Sequence[Mention]) -> bool:
    """Say whether the segment is an agency's name with nothing but an article before it."""
    inside = _inside(part, named)
    return bool(inside) and all(_covered(word, inside) or word.lower in ARTICLES for word in part.words)


def _ends_with_agency(part: Segment, named: Sequence[Mention]) -> bool:
    inside = _inside(part, named)
    return bool(inside) and inside[-1].end >= part.words[-1].end - 1 and inside[-1].start > part.words[0].start


@lru_cache(maxsize=1)
def _kinds() -> dict[str, str]:
    return {noun: row["class"] for row in table("nouns") for noun in choices(row["nouns"])}
