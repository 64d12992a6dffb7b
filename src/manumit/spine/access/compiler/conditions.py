"""What is left of a policy once it is known who asks: a condition on the record's own columns and releases.

A condition is True, False, a leaf or a combination of conditions. The functions `both`, `either` and `negate` fold
constants as they build, so a condition that does not depend on the record never reaches the database.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import reduce
from typing import Literal

from ..facts import Reference

Operator = Literal["==", "!=", "<", "<=", ">", ">="]
OPPOSITE: dict[Operator, Operator] = {"==": "!=", "!=": "==", "<": ">=", ">=": "<", ">": "<=", "<=": ">"}


@dataclass(frozen=True)
class Compare:
    """The attribute compared with a known value. Never NULL: records lacking an attribute are denied beforehand."""

    attribute: str
    operator: Operator
    value: str | bool | int | Reference


@dataclass(frozen=True)
class Holds:
    """The attribute, a set of strings, holds `value`."""

    attribute: str
    value: str


@dataclass(frozen=True)
class Released:
    """A live release of the record to `agency` names `group` and `purpose`."""

    agency: int
    group: str
    purpose: str


@dataclass(frozen=True)
class OneOf:
    """The record is one of those with these keys; of no policy's text, but of bars set against a person."""

    keys: frozenset[int]


@dataclass(frozen=True)
class All:
    """Every part holds."""

    parts: tuple["Condition", ...]


@dataclass(frozen=True)
class Any:
    """At least one part holds."""

    parts: tuple["Condition", ...]


@dataclass(frozen=True)
class Not:
    """The part does not hold."""

    part: "Condition"


Leaf = Compare | Holds | Released | OneOf
Condition = bool | Leaf | All | Any | Not


def both(left: Condition, right: Condition) -> Condition:
    """Return the condition that holds when both do."""
    if left is False or right is False:
        return False
    if left is True or right is True:
        return right if left is True else left
    return All(_unique((*_parts(All, left), *_parts(All, right))))


def either(left: Condition, right: Condition) -> Condition:
    """Return the condition that holds when at least one does."""
    if left is True or right is True:
        return True
    if left is False or right is False:
        return right if left is False else left
    return Any(_unique((*_parts(Any, left), *_parts(Any, right))))


def negate(condition: Condition) -> Condition:
    """Return the condition that holds when `condition` does not, with the negation driven to the leaves."""
    match condition:
        case bool():
            return not condition
        case Not(part):
            return part
        case Compare(attribute, operator, value):
            return Compare(attribute, OPPOSITE[operator], value)
        case All(parts):
            return any_of(map(negate, parts))
        case Any(parts):
            return all_of(map(negate, parts))
    return Not(condition)


def all_of(parts: Iterable[Condition]) -> Condition:
    """Return the condition that holds when every one of `parts` does."""
    whole: Condition = True
    return reduce(both, parts, whole)


def any_of(parts: Iterable[Condition]) -> Condition:
    """Return the condition that holds when at least one of `parts` does."""
    whole: Condition = False
    return reduce(either, parts, whole)


def leaves(condition: Condition) -> tuple[Leaf, ...]:
    """Return the leaves of `condition`, each once."""
    match condition:
        case bool():
            return ()
        case All(parts) | Any(parts):
            return tuple(dict.fromkeys(leaf for part in parts for leaf in leaves(part)))
        case Not(part):
            return leaves(part)
    return (condition,)


def _parts(form: type[All] | type[Any], condition: Condition) -> tuple[Condition, ...]:
    return condition.parts if isinstance(condition, form) else (condition,)


def _unique(parts: tuple[Condition, ...]) -> tuple[Condition, ...]:
    return tuple(dict.fromkeys(parts))
