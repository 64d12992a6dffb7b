"""A faulty table does not start, and says what to change."""

import dataclasses

import pytest

from manumit.spine.records import registry
from manumit.spine.workflow import IN_WORDS, State, Transition, checks

from .publishing import PUBLISHING


def changed(transitions=None, states=None, **values):
    facts = {"transitions": transitions or PUBLISHING.transitions, "states": states or PUBLISHING.states, **values}
    return dataclasses.replace(PUBLISHING, **facts)


def extra(**values):
    facts = {"name": "x", "title": "X", "sources": ("draft",), "target": "draft", "action": "edit", "reasons": None}
    return changed((*PUBLISHING.transitions, Transition(**{**facts, **values})))


FAULTS = {
    "unreachable": (
        lambda: changed(states=(*PUBLISHING.states, State("limbo", "Limbo", final=True))),
        "leads to state limbo",
    ),
    "dead end": (lambda: changed(PUBLISHING.transitions[:-2]), "Nothing leads on from state published"),
    "unknown source": (lambda: extra(sources=("nowhere",)), "names the state nowhere"),
    "unknown target": (lambda: extra(target="nowhere"), "names the state nowhere"),
    "no source": (lambda: extra(sources=()), "begins nowhere"),
    "unknown action": (lambda: extra(action="dance"), "'dance' is no action"),
    "empty reasons": (lambda: extra(reasons=()), "name its reasons"),
    "two of a name": (lambda: extra(name="submit"), "declared twice"),
    "two states of a name": (lambda: changed(states=(*PUBLISHING.states, PUBLISHING.states[0])), "declared twice"),
    "unknown start": (lambda: changed(initial="limbo"), "initial state limbo"),
    "unknown field asked": (lambda: extra(asks=("shoe",), reasons=IN_WORDS), "no field shoe"),
    "field open to edits": (lambda: changed(field="title"), "moved_fields must name"),
}


@pytest.mark.parametrize("fault", FAULTS)
def test_each_fault_is_named_with_its_fix(fault, kind) -> None:
    make, words = FAULTS[fault]
    assert any(words in problem for problem in make().check()), make().check()


def test_a_sound_table_has_no_problem(kind) -> None:
    assert PUBLISHING.check() == ()


def test_the_start_checks_every_procedure_offered(kind, monkeypatch) -> None:
    offers = (PUBLISHING, extra(action="dance"))
    monkeypatch.setattr(registry, "providers", lambda of: offers)
    (error,) = checks.procedures_are_sound()
    assert (error.id, "dance" in error.msg) == ("manumit.E050", True)
