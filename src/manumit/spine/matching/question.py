"""What is asked of an index, and what it answers."""

from dataclasses import dataclass

from .keys import Key
from .linkable import Facts


@dataclass(frozen=True, slots=True)
class Question:
    """What is asked: a thing called `name` as `profile` compares it, known by `facts`.

    `of` is the record it belongs to, (kind, id), of which nothing is found; None for a description of no record.
    """

    profile: str
    name: str
    facts: Facts
    of: tuple[str, int] | None = None


@dataclass(frozen=True, slots=True)
class Found:
    """One candidate: what it is, and how heavy the evidence is in millibits. A rank to read by, no probability."""

    key: Key
    weight: int
    model: str
