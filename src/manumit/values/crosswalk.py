"""A crosswalk between two code tables: one row a pair, with how exactly they agree, and each code accounted for.

Crossing never says more than was said: it goes to the exact counterpart, else to the one broader code, else nowhere,
with the reason. What is narrower on the other side is for a person to choose.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property
from types import MappingProxyType

from manumit.values.code_table import Code, CodeTable


class Agreement(StrEnum):
    """What the right code is, seen from the left one."""

    EXACT = "exact"
    BROADER = "broader"
    NARROWER = "narrower"
    NONE = "none"


_SEEN_FROM_RIGHT = {
    Agreement.EXACT: Agreement.EXACT,
    Agreement.BROADER: Agreement.NARROWER,
    Agreement.NARROWER: Agreement.BROADER,
    Agreement.NONE: Agreement.NONE,
}


@dataclass(frozen=True, slots=True)
class Pair:
    """One row: a `left` and a `right` code, their `agreement` and a `note`.

    `none` has one code, and the reason in `note`.
    """

    left: str
    right: str
    agreement: Agreement
    note: str = ""

    def turned(self) -> Pair:
        """Return the same pair seen from the other side."""
        return Pair(self.right, self.left, _SEEN_FROM_RIGHT[self.agreement], self.note)


@dataclass(frozen=True, slots=True)
class Crossing:
    """Where a code leads: the row `to`, None where nothing may be said; `exact` if nothing is lost; `note` says why."""

    to: Code | None
    exact: bool
    note: str = ""


@dataclass(frozen=True, eq=False)
class Crosswalk:
    """The pairs between the tables `left` and `right`, read when first asked for."""

    name: str
    left: CodeTable
    right: CodeTable
    read: Callable[[], Iterable[Pair]]

    def forward(self, code: str) -> Crossing:
        """Return where a code of `left` leads in `right`. Raises `UnknownCode`."""
        return _crossing(self._from_left[self.left.code(code).code], self.right)

    def backward(self, code: str) -> Crossing:
        """Return where a code of `right` leads in `left`. Raises `UnknownCode`."""
        return _crossing(self._from_right[self.right.code(code).code], self.left)

    @cached_property
    def pairs(self) -> tuple[Pair, ...]:
        """The rows in their own order."""
        return tuple(self.read())

    def unmapped(self) -> Iterator[Pair]:
        """Yield the codes of either side that have no counterpart, each with its reason."""
        return (pair for pair in self.pairs if pair.agreement is Agreement.NONE)

    def problems(self) -> list[str]:
        """Return what is wrong with the rows, in words; empty for a sound crosswalk."""
        return [
            *_unlisted(self.left, self._from_left),
            *_unlisted(self.right, self._from_right),
            *(text for pair in self.pairs for text in _faults(pair)),
            *_doubled(self._from_left),
            *_doubled(self._from_right),
        ]

    @cached_property
    def _from_left(self) -> Mapping[str, tuple[Pair, ...]]:
        return _by_left(self.pairs)

    @cached_property
    def _from_right(self) -> Mapping[str, tuple[Pair, ...]]:
        return _by_left(pair.turned() for pair in self.pairs)


def _by_left(pairs: Iterable[Pair]) -> Mapping[str, tuple[Pair, ...]]:
    found: dict[str, tuple[Pair, ...]] = {}
    for pair in pairs:
        if pair.left:
            found[pair.left] = (*found.get(pair.left, ()), pair)
    return MappingProxyType(found)


def _crossing(pairs: tuple[Pair, ...], to: CodeTable) -> Crossing:
    for agreement in (Agreement.EXACT, Agreement.BROADER):
        of_kind = [pair for pair in pairs if pair.agreement is agreement]
        if len(of_kind) == 1:
            return Crossing(to.code(of_kind[0].right), agreement is Agreement.EXACT, of_kind[0].note)
    return Crossing(None, False, "; ".join(filter(None, (pair.note for pair in pairs))))


def _unlisted(table: CodeTable, listed: Mapping[str, object]) -> Iterator[str]:
    known = {row.code for row in table}
    yield from (f"{code} of {table.name} is in no row" for code in known - listed.keys())
    yield from (f"{code} is not in {table.name}" for code in listed.keys() - known)


def _faults(pair: Pair) -> Iterator[str]:
    if pair.agreement is Agreement.NONE and (bool(pair.left) == bool(pair.right) or not pair.note):
        yield f"{pair}: 'none' has one code and a reason"
    if pair.agreement is not Agreement.NONE and not (pair.left and pair.right):
        yield f"{pair}: {pair.agreement} has two codes"


def _doubled(by_code: Mapping[str, tuple[Pair, ...]]) -> Iterator[str]:
    for code, pairs in by_code.items():
        kinds = [pair.agreement for pair in pairs]
        if kinds.count(Agreement.EXACT) > 1:
            yield f"{code} has two exact counterparts"
        if kinds.count(Agreement.BROADER) > 1 and Agreement.EXACT not in kinds:
            yield f"{code} has two broader counterparts and no exact one"
        if Agreement.NONE in kinds and len(kinds) > 1:
            yield f"{code} is said to have no counterpart and has one"
        if set(kinds) == {Agreement.NARROWER} and not all(pair.note for pair in pairs):
            yield f"{code} has narrower counterparts alone: say in the note what to choose by"
