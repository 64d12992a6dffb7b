"""From a light verb to the deed behind it: `continue to fund`, `work with partners to open`, `take steps to hire`."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Final

from .forms import Group
from .verbs import Shape, Verb, verb_as
from .words import Word, after_adverbs, lower_at

DOINGS: Final = frozenset({"steps", "actions", "measures", "commitments", "initiatives"})
"""What is only named, and told behind `including`: `took steps, including opening`."""

REACH: Final = 14
"""Words between `work with` and the `to` that says what for."""


def deed_of(words: list[Word], group: Group) -> Group | None:
    """Follow light verbs to the deed: `continue to fund`, `work with partners to open`, `will take steps to hire`."""
    taken = group.deed.lemma == "take" and group.shape is Shape.BASE
    if taken and (deed := _behind_steps(words, group.after)):
        return deed_of(words, _moved(words, group, deed, Shape.BASE))
    if not group.deed.is_light:
        return group
    behind = after_adverbs(words, group.after)
    if verb_as(words, behind, Shape.DOING) and group.deed.lemma != "work":
        return deed_of(words, _moved(words, group, behind, Shape.DOING))
    for to in _tos(words, behind):
        deed = after_adverbs(words, to + 1)
        if verb_as(words, deed, Shape.BASE):
            return deed_of(words, _moved(words, group, deed, Shape.BASE))
    if group.deed.lemma == "work" and lower_at(words, group.after) in {
        "with",
        "on",
        "closely",
        "across",
        "toward",
        "towards",
    }:
        return replace(group, deed=Verb("work", "fair", False))
    return replace(group, deed=Verb(group.deed.lemma, "fair", False)) if group.deed.lemma != "work" else None


def _behind_steps(words: list[Word], at: int) -> int:
    """Return the place of the verb behind `steps to`, `further action to`; 0 without."""
    to = next((here for here in range(at, min(at + 5, len(words))) if words[here].lower == "to"), 0)
    verb = verb_as(words, after_adverbs(words, to + 1), Shape.BASE) if to else None
    told = words[to - 1].lower in DOINGS | {"action"}
    return after_adverbs(words, to + 1) if verb and told and verb.weight != "none" else 0


def _tos(words: list[Word], at: int) -> Iterator[int]:
    """Yield where a `to` stands soon, with nothing but the partners before it."""
    for place in range(at, min(at + REACH, len(words))):
        if words[place].lower == "to":
            yield place
        if words[place].lower in {";", ":", "."} or (
            place == at and words[place].lower not in {"to", "with", "together", "closely", "alongside", "toward"}
        ):
            return


def _moved(words: list[Word], group: Group, at: int, shape: Shape) -> Group:
    return replace(
        group, verb=at, deed=verb_as(words, at, shape) or group.deed, shape=shape, outer=group.outer or group.shape
    )
