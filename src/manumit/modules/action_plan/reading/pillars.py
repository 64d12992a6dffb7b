"""Which pillar a heading opens (`rules/pillars.csv`); `crosscutting` and `partnerships` are one."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final

from .rules import choices, table

LONGEST: Final = 9
"""Words of a heading that may open a pillar by holding its word; a longer one speaks of something else."""


def pillar_of(heading: str) -> str | None:
    """Return the pillar a heading opens, by the first of its words that names one, or None."""
    words = re.findall(r"[\w-]+", heading.lower())
    if not words or len(words) > LONGEST:
        return None
    known = _words()
    named = next((known[word] for word in words if word in known), None)
    return named or next((pillar for pillar, phrase in _phrases() if phrase.search(heading.lower())), None)


@lru_cache(maxsize=1)
def _phrases() -> tuple[tuple[str, re.Pattern[str]], ...]:
    return tuple((row["pillar"], re.compile(row["phrases"])) for row in table("pillars"))


@lru_cache(maxsize=1)
def _words() -> dict[str, str]:
    return {word: row["pillar"] for row in table("pillars") for word in choices(row["heading_words"])}
