"""Actions: one verb, one transaction, never without its leaf."""

from collections.abc import Callable
from contextvars import ContextVar
from dataclasses import dataclass, field
from functools import wraps
from typing import Any, TypeVar, cast

from django.db import transaction

from manumit.spine.audit.listening import Heard, listening
from manumit.spine.identity.actor import Actor

from . import following
from .models import Record

R = TypeVar("R")
Body = TypeVar("Body", bound=Callable[..., Any])


class LeafMissing(RuntimeError):
    """An action changed something without recording its leaf; the transaction is rolled back."""


@dataclass
class _Acting:
    verb: str
    changed: set[tuple[str, int]] = field(default_factory=set)


_acting: ContextVar[_Acting | None] = ContextVar("acting", default=None)


def action(verb: str) -> Callable[[Body], Body]:
    """Make a function the action `verb` (`case.open`): atomic, the actor first, and rolled back without its leaf.

    The body asks for permission, changes, and calls `audit.record(actor, verb, ...)`. Raises LeafMissing if it recorded
    no leaf, or none for a record that `change` or `sealed.put` touched, and TypeError if the first argument is no Actor
    (None is the system itself).
    """

    def decorate(body: Body) -> Body:
        @wraps(body)
        def act(actor: Actor | None, *args: Any, **kwargs: Any) -> Any:
            _demand_actor(verb, actor)
            with transaction.atomic():
                return _run(_Acting(verb), lambda: body(actor, *args, **kwargs))

        act.verb = verb  # type: ignore[attr-defined]
        return cast(Body, act)

    return decorate


def current_verb() -> str:
    """Return the verb of the action that runs now, empty outside one."""
    running = _acting.get()
    return running.verb if running else ""


def touched(record: Record) -> None:
    """Note that the running action changed `record`, so that a leaf for it is demanded."""
    running = _acting.get()
    if running:
        running.changed.add((record.kind, record.pk))


def _run(acting: _Acting, body: Callable[[], R]) -> R:
    outer = _acting.set(acting)
    try:
        with listening() as leaves:
            result = body()
        _demand_leaves(acting, leaves)
        following.tell(acting.changed)
    finally:
        _acting.reset(outer)
    return result


def _demand_leaves(acting: _Acting, leaves: Heard) -> None:
    bare = [f"{kind} {record_id}" for kind, record_id in acting.changed if (kind, record_id) not in leaves]
    if bare or not leaves:
        raise LeafMissing(
            f"Action {acting.verb} recorded no leaf for {', '.join(bare) or 'anything'}: "
            f"call audit.record(actor, {acting.verb!r}, kind=..., record_id=...) in it."
        )


def _demand_actor(verb: str, actor: object) -> None:
    if not isinstance(actor, Actor | None):
        raise TypeError(f"Action {verb} needs its actor first, not {type(actor).__name__}")
