"""Simplify a condition by what is already certain, so that each scope's branch is as narrow as its index."""

from collections.abc import Iterable

from .conditions import All, Any, Compare, Condition, Leaf, Not, all_of, any_of, leaves, negate


def certain(condition: Condition) -> tuple[Leaf, ...]:
    """Return the leaves that must hold wherever `condition` holds."""
    parts = condition.parts if isinstance(condition, All) else (condition,)
    return tuple(leaf for part in parts if not isinstance(part, bool | All | Any | Not) for leaf in leaves(part))


def assuming(condition: Condition, facts: Iterable[Leaf]) -> Condition:
    """Return `condition` as it stands where all of `facts` hold."""
    known = tuple(facts)
    match condition:
        case All(parts):
            return all_of(assuming(part, known) for part in parts)
        case Any(parts):
            return any_of(assuming(part, known) for part in parts)
        case Not(part):
            return negate(assuming(part, known))
        case bool():
            return condition
    return _leaf(condition, known)


def _leaf(leaf: Leaf, known: tuple[Leaf, ...]) -> Condition:
    if leaf in known:
        return True
    answers = (_implied(leaf, fact) for fact in known)
    return next((answer for answer in answers if answer is not None), leaf)


def _implied(leaf: Leaf, fact: Leaf) -> bool | None:
    """Return what `fact` says about `leaf`: an equality settles every other equality of its attribute."""
    if not (isinstance(leaf, Compare) and isinstance(fact, Compare) and leaf.attribute == fact.attribute):
        return None
    if leaf == negate(fact):
        return False
    if fact.operator != "==" or leaf.operator not in {"==", "!="}:
        return None
    return (leaf.value == fact.value) == (leaf.operator == "==")
