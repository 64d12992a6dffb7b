"""Behaviour of whoever committed an offense, offered by a module for its records to be ranked beside each other."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from manumit.spine.identity.actor import Actor


@dataclass(frozen=True, slots=True)
class Behaved:
    """The behaviour of one record: its number, and what was done in each dimension of `manumit.linkage.BEHAVIOUR`."""

    record_id: int
    number: str
    done: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Behaviours:
    """A provider of a module: `read` returns the behaviour in up to so many records of `kind`, the newest.

    Only of those that an actor may read it of; with a number, of that record alone. `titles` name the dimensions.
    """

    kind: str
    titles: Mapping[str, Any]
    read: Callable[[Actor, int, str], Iterable[Behaved]]
