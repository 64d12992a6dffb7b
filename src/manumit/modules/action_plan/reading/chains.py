"""Deeds told in one breath: `publish X and make Y`, `announce and implement Z`; purposes and means are left out."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from .forms import Group
from .verbs import Shape, Verb, surely_verb, verb_as
from .words import ADVERBS, CONJUNCTIONS, DETERMINERS, RELATIVES, Word, after_adverbs, is_adverb, lower_at

BEHIND_PASSIVE: Final = frozenset({"by", "in", "to"})
GERUND_OPENERS: Final = frozenset(
    {
        "by",
        "for",
        "of",
        "in",
        "on",
        "from",
        "through",
        "including",
        "while",
        "to",
        "with",
        "into",
        "when",
        "after",
        "before",
        "without",
        "as",
        "about",
    }
)


@dataclass(frozen=True, slots=True)
class Link:
    """A verb of a chain: its place, the last of the verbs right behind it that share its object, and these verbs."""

    first: int
    last: int
    verbs: tuple[Verb, ...]


def links(words: list[Word], group: Group, limit: int) -> Iterator[Link]:
    """Yield the verbs of the chain that begins with `group`: `publish X and make Y`, `announce and implement Z`."""
    link = _with_neighbours(words, group.verb, group.deed, group.shape)
    yield link
    at, nested = link.last + 1, False
    while at < limit:
        nested = nested and words[at].lower != ";"
        if _opens_nested(words, at, group.shape):
            nested = True
        elif words[at].lower in CONJUNCTIONS | {",", ";"} and (verb_at := _coordinate(words, at, group, nested)):
            shape = group.shape if verb_as(words, verb_at, group.shape) else _turned(group) or group.shape
            verb = verb_as(words, verb_at, shape)
            if verb and verb.weight == "none":
                nested = group.shape is Shape.BASE
            elif verb and (not verb.is_light or _has_object(words, verb_at)):
                follow = _with_neighbours(words, verb_at, verb, shape)
                yield follow
                at, nested = follow.last, False
        at += 1


def _has_object(words: list[Word], at: int) -> bool:
    """Say whether `continued` or `worked` has its own object: `continued its task forces`."""
    return lower_at(words, at + 1) in {"with"} | DETERMINERS


def _with_neighbours(words: list[Word], at: int, verb: Verb, shape: Shape) -> Link:
    """Take in verbs that follow at once and share the object: `announce and implement`, `develop, test, and launch`."""
    verbs, last = [verb], at
    while True:
        here = last + 1
        while lower_at(words, here) in CONJUNCTIONS | {","} or (
            here > last + 1 and here < len(words) and is_adverb(words[here])
        ):
            here += 1
        following = verb_as(words, here, shape) if here > last + 1 else None
        if following is None or (following.reads_as_noun and not surely_verb(words, here, following)):
            return Link(at, last, tuple(verbs))
        verbs.append(following)
        last = here


def _opens_nested(words: list[Word], at: int, shape: Shape) -> bool:
    """Say whether a purpose or a means begins here, to which verbs of the same shape would belong."""
    behind = after_adverbs(words, at + 1)
    if shape is Shape.BASE:
        return (words[at].lower == "to" and verb_as(words, behind, Shape.BASE) is not None) or (
            words[at].lower in {"will", "shall"} | RELATIVES and words[at].lower in {"will", "shall"}
        )
    if shape is Shape.DOING:
        return words[at].lower in GERUND_OPENERS and lower_at(words, behind).endswith("ing")
    return words[at].lower in RELATIVES and any(verb_as(words, at + step, shape) for step in (1, 2))


def _coordinate(words: list[Word], at: int, group: Group, nested: bool) -> int | None:
    """Return the place of a verb that carries the chain on behind the conjunction or comma at `at`."""
    here = at + 1
    while lower_at(words, here) in CONJUNCTIONS | ADVERBS | {",", "well", "as"}:
        here += 1
    if lower_at(words, here) in {"to", "will"}:
        nested = nested and lower_at(words, here) == "to"
        here = after_adverbs(words, here + 1)
    again = _turned(group)
    if again and words[at].lower != "," and _surely(words, here, again):
        return here
    verb = verb_as(words, here, group.shape)
    if verb is None or nested or not surely_verb(words, here, verb):
        return None
    if verb.lemma == "include" and lower_at(words, here - 1) == "to":
        return None
    if group.shape in {Shape.PAST, Shape.PARTICIPLE} and lower_at(words, here + 1) in BEHIND_PASSIVE:
        return None
    only_comma = words[at].lower == "," and here == at + 1
    if only_comma and group.shape is Shape.DOING and group.form.name != "includes doing":
        return here if _list_closes(words, here) else None
    return here


def _turned(group: Group) -> Shape | None:
    """Return the shape of a further verb beside a light one, where the deed has another: `began paying and doubled`."""
    outer = group.outer or group.shape
    turned = Shape.PAST if outer is Shape.THIRD else outer
    return turned if turned in {Shape.PAST, Shape.PARTICIPLE} and group.shape not in {turned, Shape.PAST} else None


def _surely(words: list[Word], at: int, shape: Shape) -> bool:
    verb = verb_as(words, at, shape)
    return verb is not None and surely_verb(words, at, verb) and lower_at(words, at + 1) not in BEHIND_PASSIVE


def _list_closes(words: list[Word], at: int) -> bool:
    """Say whether a verb in -ing behind a comma is a link of a list: a last `and` with another follows."""
    tail = range(at + 1, len(words) - 1)
    return any(
        words[here].lower == "and" and verb_as(words, after_adverbs(words, here + 1), Shape.DOING) for here in tail
    )
