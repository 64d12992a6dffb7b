"""Declaring background work."""

import inspect
import types
import typing
from collections.abc import Callable
from datetime import datetime
from functools import wraps
from typing import Any, Generic, ParamSpec

from django.db import transaction
from procrastinate import RetryStrategy
from procrastinate.contrib.django import app

P = ParamSpec("P")

TRIES = 5
FIRST_WAIT_SECONDS = 2
FIRST, LAST = 0, -10
"""Priorities as the queue takes them: the higher goes first."""
JSON_TYPES = {int, str, bool, float, type(None), list, dict}


class BadTask(TypeError):
    """A task is declared so that it could not be stored, documented or safely repeated; the text names the fix."""


class EnqueuedOutsideTransaction(RuntimeError):
    """A job was to be enqueued outside a transaction, where it could run without the deed that asks for it."""

    def __init__(self, name: str) -> None:
        super().__init__(f"Enqueue {name} inside transaction.atomic(), with the change it belongs to")


class Task(Generic[P]):
    """Background work: call it to do it now, `enqueue` it to have a worker do it after the commit.

    `idempotent` says why a second run does no harm; `cron` when it runs by itself (UTC), empty if never;
    `can_wait` that everything else in the queue goes first.
    """

    def __init__(self, body: Callable[P, None], idempotent: str, cron: str, can_wait: bool = False) -> None:
        self.body = body
        self.name = f"{body.__module__}.{body.__name__}"
        self.idempotent = idempotent
        self.cron = cron
        self.can_wait = can_wait
        self.__doc__ = body.__doc__
        self._task = _register(self)

    def __call__(self, *args: P.args, **kwargs: P.kwargs) -> None:
        """Do the work in this process."""
        self.body(*args, **kwargs)

    def enqueue(self, *_: P.args, **arguments: P.kwargs) -> int:
        """Put a job into the queue in the current transaction and return its id; a roll-back leaves none.

        Raises EnqueuedOutsideTransaction, and TypeError for arguments the task does not take.
        """
        return self.enqueue_at(None, **arguments)

    def enqueue_at(self, at: datetime | None, **arguments: Any) -> int:
        """As `enqueue`, not to run before `at`."""
        if not transaction.get_connection().in_atomic_block:
            raise EnqueuedOutsideTransaction(self.name)
        inspect.signature(self.body).bind(**arguments)
        return int(self._task.configure(schedule_at=at).defer(**arguments))


_tasks: dict[str, Task[Any]] = {}


def task(*, idempotent: str, cron: str = "", can_wait: bool = False) -> Callable[[Callable[P, None]], Task[P]]:
    """Make a function background work that is tried up to five times, waiting longer each time.

    `idempotent` is required: say why running it twice does no harm. `cron` (UTC, seconds as a sixth field) makes it run
    by itself. `can_wait` lets other jobs go first: for work that comes in heaps. Parameters are keyword-only JSON
    types, and the docstring is its documentation. Raises BadTask.
    """

    def decorate(body: Callable[P, None]) -> Task[P]:
        _demand(body, idempotent, cron)
        declared = Task(body, idempotent, cron, can_wait)
        _tasks[declared.name] = declared
        return declared

    return decorate


def tasks() -> tuple[Task[Any], ...]:
    """Return every declared task by name."""
    return tuple(_tasks[name] for name in sorted(_tasks))


def _register(declared: Task[Any]) -> Any:
    retry = RetryStrategy(max_attempts=TRIES - 1, exponential_wait=FIRST_WAIT_SECONDS)
    declare = app.task(name=declared.name, retry=retry, priority=LAST if declared.can_wait else FIRST)
    if not declared.cron:
        return declare(_runner(declared.body))
    registered = declare(_on_the_hour(declared.body))
    return app.periodic(cron=declared.cron)(registered)


def _runner(body: Callable[..., None]) -> Callable[..., None]:
    @wraps(body)
    def run(**arguments: Any) -> None:
        body(**arguments)

    return run


def _on_the_hour(body: Callable[..., None]) -> Callable[..., None]:
    """The queue tells a periodic job its time; ours look at the database instead."""

    @wraps(body)
    def run(timestamp: int = 0) -> None:
        body()

    return run


def _demand(body: Callable[..., None], idempotent: str, cron: str) -> None:
    signature = inspect.signature(body)
    if not idempotent.strip():
        raise BadTask(f"{body.__name__}: say in `idempotent` why a second run does no harm")
    if not (body.__doc__ or "").strip():
        raise BadTask(f"{body.__name__}: its docstring is its documentation")
    if cron and signature.parameters:
        raise BadTask(f"{body.__name__} runs by the clock and can take no parameters")
    hints = typing.get_type_hints(body)
    for parameter in signature.parameters.values():
        _demand_json(body.__name__, parameter, hints.get(parameter.name))


def _demand_json(name: str, parameter: inspect.Parameter, hint: Any) -> None:
    if parameter.kind is not inspect.Parameter.KEYWORD_ONLY:
        raise BadTask(f"{name}({parameter.name}): make it keyword-only, as it is stored by name")
    if not _is_json(hint):
        raise BadTask(f"{name}({parameter.name}): annotate it with a JSON type, not {hint!r}")


def _is_json(hint: Any) -> bool:
    origin = typing.get_origin(hint)
    if origin in (typing.Union, types.UnionType, list, dict):
        return all(_is_json(inner) for inner in typing.get_args(hint))
    return hint in JSON_TYPES
