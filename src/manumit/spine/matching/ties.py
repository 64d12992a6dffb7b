"""What joins records by what modules know of them: offered for charts, each edge with its source and day."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date

from django.utils.functional import Promise

from manumit.spine.identity.actor import Actor


@dataclass(frozen=True, slots=True)
class Tie:
    """That two records, each by kind and number, are joined: what as, who says so, how sure, since which day."""

    one: tuple[str, str]
    other: tuple[str, str]
    title: str | Promise
    source: str
    grading: str
    on: date


@dataclass(frozen=True, slots=True)
class Ties:
    """A provider of a module: `read` returns the ties of the record of a kind and number that an actor may read.

    `seen_by` says in words who else may see them.
    """

    seen_by: str | Promise
    read: Callable[[Actor, str, str], Iterable[Tie]]
