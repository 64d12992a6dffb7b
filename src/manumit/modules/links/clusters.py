"""Identities as what joins connect: nothing is written over, so that taking joins back in any order undoes them all."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

Edge = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Planned:
    """What a join would do: the two groups it would make one, and the pairs judged "not the same" that forbid it."""

    one: frozenset[str]
    other: frozenset[str]
    forbidden: tuple[Edge, ...]

    @property
    def together(self) -> frozenset[str]:
        """The keys that would be one."""
        return self.one | self.other


def group_of(key: str, edges: Iterable[Edge]) -> frozenset[str]:
    """Return all keys that joins connect with `key`, itself included."""
    near: dict[str, set[str]] = {}
    for one, other in edges:
        near.setdefault(one, set()).add(other)
        near.setdefault(other, set()).add(one)
    found, waiting = {key}, [key]
    while waiting:
        new = near.get(waiting.pop(), set()) - found
        found |= new
        waiting += new
    return frozenset(found)


def planned(one: str, other: str, edges: Iterable[Edge], apart: Iterable[Edge]) -> Planned:
    """Return what joining two keys would do; a pair `apart` between the two groups forbids it, however far away."""
    joined = list(edges)
    first, second = group_of(one, joined), group_of(other, joined)
    return Planned(first, second, tuple(_between(first, second, apart)))


def _between(first: frozenset[str], second: frozenset[str], apart: Iterable[Edge]) -> Iterator[Edge]:
    for one, other in apart:
        if (one in first and other in second) or (one in second and other in first):
            yield one, other
