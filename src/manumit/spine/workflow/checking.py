"""Whether a procedure's table is sound, before anybody works by it."""

from collections import Counter
from collections.abc import Iterator
from typing import TYPE_CHECKING

from django.core.exceptions import FieldDoesNotExist

from manumit.spine.access import kinds

if TYPE_CHECKING:
    from .procedure import Procedure


def problems(procedure: "Procedure") -> tuple[str, ...]:
    """Return each fault of the table with its fix."""
    return (
        *_names(procedure),
        *_reach(procedure),
        *_dead_ends(procedure),
        *_policies(procedure),
        *_fields(procedure),
    )


def reachable(procedure: "Procedure") -> frozenset[str]:
    """Return the names of the states a record can come to from the initial one."""
    found, fresh = frozenset[str](), frozenset({procedure.initial})
    while fresh:
        found |= fresh
        fresh = frozenset(t.target for t in procedure.transitions if found & set(t.sources)) - found
    return found


def _names(procedure: "Procedure") -> Iterator[str]:
    states = [state.name for state in procedure.states]
    named = states, [transition.name for transition in procedure.transitions]
    for name in (name for names in named for name, count in Counter(names).items() if count > 1):
        yield f"{name} is declared twice: rename one."
    for transition in procedure.transitions:
        for name in {*transition.sources, transition.target} - set(states):
            yield f"Transition {transition.name} names the state {name}: declare it, or correct the name."
        if not transition.sources:
            yield f"Transition {transition.name} begins nowhere: name its sources."
    if procedure.initial not in states:
        yield f"The initial state {procedure.initial} is not declared."


def _reach(procedure: "Procedure") -> Iterator[str]:
    for name in sorted({state.name for state in procedure.states} - reachable(procedure)):
        yield f"No transition leads to state {name}: add one, or take the state out."


def _dead_ends(procedure: "Procedure") -> Iterator[str]:
    leaving = {name for transition in procedure.transitions for name in transition.sources}
    for state in procedure.states:
        if not state.final and state.name not in leaving:
            yield f"Nothing leads on from state {state.name}: add a transition, or say final=True."


def _policies(procedure: "Procedure") -> Iterator[str]:
    known = kinds.get(procedure.kind).actions
    for transition in procedure.transitions:
        if transition.action not in known:
            yield f"Transition {transition.name}: {transition.action!r} is no action of kind {procedure.kind}: {known}."
        if transition.reasons == ():
            yield f"Transition {transition.name}: name its reasons, or say None where none is asked."


def _fields(procedure: "Procedure") -> Iterator[str]:
    model = kinds.get(procedure.kind).model_class
    moved = {procedure.field, procedure.since}
    if not moved <= getattr(model, "moved_fields", frozenset()):
        yield f"{model._meta.label}: moved_fields must name {sorted(moved)}, or an edit could bypass the procedure."
    asked = {name for each in procedure.transitions for name in (*each.asks, *each.clears)}
    for name in sorted(moved | asked):
        try:
            model._meta.get_field(name)
        except FieldDoesNotExist:
            yield f"{model._meta.label} has no field {name}, which the procedure {procedure.name} names."
    if not {state.name for state in procedure.states} >= _choices(procedure):
        yield f"The choices of {procedure.field} hold values that are no state: {sorted(_choices(procedure))}."


def _choices(procedure: "Procedure") -> set[str]:
    field = kinds.get(procedure.kind).model_class._meta.get_field(procedure.field)
    return {str(value) for value, _ in getattr(field, "choices", None) or ()}
