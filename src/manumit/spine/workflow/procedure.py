"""A procedure: the one table of how a kind of record moves."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from django.utils.translation import gettext as _

from manumit.spine import access
from manumit.spine.identity.actor import Actor
from manumit.spine.records import Record, RecordHistory

from . import checking, performing
from .states import State, Text, Transition


@dataclass(frozen=True, slots=True)
class Choice:
    """A transition that leads on from where a record stands, and whether the actor may take it now.

    Where not, `why` says what stands against it and `help` what would help, in the reader's language.
    """

    transition: Transition
    allowed: bool
    why: tuple[Text, ...] = ()
    help: tuple[Text, ...] = ()


@dataclass(frozen=True)
class Procedure:
    """How records of `kind` move: by these transitions between these states, and by no other way.

    `field` holds the state's name and `since` the time it began; both are named in the model's `moved_fields`, so that
    no edit reaches them. A new record begins in `initial`.
    """

    name: str
    title: Text
    kind: str
    states: tuple[State, ...]
    transitions: tuple[Transition, ...]
    initial: str
    field: str = "state"
    since: str = "state_since_at"

    @cached_property
    def by_name(self) -> Mapping[str, Transition]:
        """The transitions by name."""
        return {transition.name: transition for transition in self.transitions}

    def state(self, name: str) -> State:
        """Return the state of that name. Raises LookupError."""
        for state in self.states:
            if state.name == name:
                return state
        raise LookupError(f"{self.name} has no state {name!r}")

    def stands(self, record: Record) -> State:
        """Return the state `record` is in."""
        return self.state(str(getattr(record, self.field)))

    def transition(self, name: str) -> Transition:
        """Return the transition of that name. Raises LookupError."""
        if name not in self.by_name:
            raise LookupError(f"{self.name} has no transition {name!r}")
        return self.by_name[name]

    def leading_on(self, record: Record) -> tuple[Transition, ...]:
        """Return the transitions of the table that leave the state `record` is in."""
        stands = getattr(record, self.field)
        return tuple(transition for transition in self.transitions if stands in transition.sources)

    def available(self, actor: Actor, record: Record) -> tuple[Choice, ...]:
        """Return each transition that leads on from here, in the table's order: allowed, or what stands against it."""
        transitions = self.leading_on(record)
        decisions = access.decide_many(actor, [(transition.action, record) for transition in transitions])
        return tuple(
            _choice(actor, record, transition, decision)
            for transition, decision in zip(transitions, decisions, strict=True)
        )

    def perform(
        self,
        actor: Actor,
        record: Record,
        name: str,
        *,
        expected_version: int,
        reason: str = "",
        words: str = "",
        answers: Mapping[str, Any] | None = None,
        source: str = "",
    ) -> RecordHistory:
        """Move `record` by transition `name`; see `performing.perform`. Called by an action, which records the leaf."""
        given = performing.Given(reason.strip(), words.strip(), answers or {}, source)
        return performing.perform(self, actor, record, self.transition(name), given, expected_version=expected_version)

    def check(self) -> tuple[str, ...]:
        """Return what is wrong with the table, each with its fix; empty when it is sound."""
        return checking.problems(self)


def _choice(actor: Actor, record: Record, transition: Transition, decision: access.Decision) -> Choice:
    if not decision.allowed:
        if transition.who and not decision.policies:
            return Choice(transition, False, (transition.who,))
        return Choice(transition, False, tuple(map(_, decision.reasons)), (_("Ask somebody whose role allows it."),))
    failing = performing.failing(actor, record, transition)
    why, help = tuple(guard.why for guard in failing), tuple(guard.help for guard in failing)
    return Choice(transition, not failing, why, help)
