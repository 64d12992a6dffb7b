"""What two records have in common: marks, tattoos, belongings, taken apart into terms and added up."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray

from manumit.linkage import comparison
from manumit.linkage.compare import words
from manumit.linkage.comparison import Codes, Columns, Comparison, Key, Level, better, folded

MUCH, SOME, LITTLE, NOTHING = range(4)
BOUNDS = (8_000, 3_000, 1)
"""Millibits of rarity that the terms in common must reach for the first three levels."""


class TermsInCommon(Comparison):
    """What two descriptions have in common, each thing in common counting by how rare it is.

    A description is taken apart into terms. A term that refines another (a tattoo; a tattoo on the arm; on the left
    arm) adds only what it says beyond it. Nothing in common speaks a little against, since descriptions leave out
    much.
    """

    key = np.dtype([("text", "S32"), ("beyond", "S32")])
    shared = True
    levels = (
        Level("much", "Rare things, or many, in common: eight bits or more.", rarity=600),
        Level("some", "Something of note in common: three bits or more.", rarity=600),
        Level("little", "Something common in common.", rarity=600),
        Level("nothing", "Nothing in common."),
    )

    def term(self, key: Key) -> str:
        """The term."""
        text: bytes = key[0]
        return text.decode()

    def lookups(self, columns: Columns) -> tuple[NDArray[np.uint64], NDArray[np.int32]]:
        """The term."""
        return comparison.looked_up((text,) for text in columns["text"].tolist())

    def compare(self, left: Columns, right: Columns) -> Codes:
        """Return the best level for equal terms and the last for others; `grade` weighs their sum."""
        levels = comparison.begin(left, right, NOTHING)
        better(levels, MUCH, left["text"] == right["text"])
        return levels

    def grade(self, total: NDArray[Any]) -> Codes:
        """Return the level of each sum of rarity in common, in millibits."""
        return np.select([total >= bound for bound in BOUNDS], [MUCH, SOME, LITTLE], NOTHING).astype(np.uint8)


class Marks(TermsInCommon):
    """Scars, marks, tattoos, piercings, missing or artificial parts: kind, place on the body, side, words.

    Kind, place and side are read from the words where they are not given. A forearm is an arm: places agree by region
    first. Sides are the person's own. What both describe counts by rarity, step by step: a tattoo is common, a
    tattoo on the left arm less, an anchor rare. Nothing in common speaks a little against.
    """

    name = "marks"

    def read(self, value: object, field: str) -> Sequence[Key]:
        """Return the terms of one mark."""
        parts = comparison.parts_of(value, field, "words")
        text = {
            part: folded(comparison.a_text(parts.get(part) or "", field)) for part in ("kind", "site", "side", "words")
        }
        spoken = " ".join(text.values())
        found = list(_places_of(words.kind_in(spoken), words.sites_in(spoken), words.side_in(spoken)))
        return [*found, *_said(words.telling(text["words"]))]


class Belongings(TermsInCommon):
    """Clothing, jewellery, things carried: the words that describe them.

    Words are cut to their stems, and words that tell nothing are left out. Rare words in common (a maker's name, an
    engraving) count more than common ones (blue, shirt). Nothing in common hardly speaks against: people change.
    """

    name = "belongings"

    def read(self, value: object, field: str) -> Sequence[Key]:
        """Return the words of one thing."""
        return _said(words.telling(folded(comparison.a_text(value, field))))


def _said(stems: Sequence[str]) -> list[Key]:
    return [(f"w:{stem}".encode()[:32], b"") for stem in stems]


def _places_of(kind: str, sites: Sequence[tuple[str, str]], side: str) -> Iterator[Key]:
    """Yield `tattoo`, `tattoo arm`, `tattoo arm left`, `tattoo arm forearm`, each beyond the one it refines."""
    if kind:
        yield _term(f"k:{kind}", "")
    for region, site in sites:
        whole = f"{kind or 'mark'} {region}"
        yield _term(f"s:{whole}", f"k:{kind}" if kind else "")
        if side:
            yield _term(f"s:{whole} {side}", f"s:{whole}")
        if site != region:
            yield _term(f"s:{whole} {site}", f"s:{whole}")


def _term(text: str, beyond: str) -> Key:
    return re.sub(r"\s+", " ", text).encode()[:32], beyond.encode()[:32]
