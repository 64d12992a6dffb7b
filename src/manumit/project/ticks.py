"""Answers that leave at a tick: how long the work took is then not to be told from when the answer comes.

Ticks are counted from the arrival of the request. The first comes well after the work is done by rule; whoever misses
it waits for the next, twice as far away, so that there are few borders over which a little more work can fall. Who
waits is the web server's own thread, after the lane has done: it holds no connection and no place where work is done.
ADR 0017 says what this promises and what not.
"""

import asyncio
import time
from collections.abc import Awaitable, Callable, Iterable
from typing import Any

from manumit.spine.records import registry
from manumit.spine.records.manifest import AnswerAtTick

Environ = dict[str, Any]
Application = Callable[[Environ, Callable[..., Any]], Iterable[bytes]]
Message = dict[str, Any]
Send = Callable[[Message], Awaitable[None]]

FIRST_SECONDS = 0.25
"""When the first tick comes: some fifteen times the work of an inquiry on an idle machine."""


def next_tick(taken: float) -> float:
    """Return the seconds from arrival at which an answer leaves whose work took `taken` seconds."""
    tick = FIRST_SECONDS
    while tick < taken:
        tick *= 2
    return tick


def prefixes() -> tuple[str, ...]:
    """Return how the addresses begin whose answers leave at a tick, as the modules declare them."""
    return tuple(address.prefix for address in registry.providers(AnswerAtTick))


class AtTicks:
    """A WSGI application whose answers to POST at addresses beginning with one of `timed` leave at a tick.

    Whatever the answer says: done, refused, hidden, or that something broke. `sleep` waits the seconds it is given.
    """

    def __init__(
        self, application: Application, timed: Iterable[str], sleep: Callable[[float], object] = time.sleep
    ) -> None:
        self._application = application
        self._timed = tuple(timed)
        self._sleep = sleep

    def __call__(self, environ: Environ, start_response: Callable[..., Any]) -> Iterable[bytes]:
        """Answer, at once or at a tick; waits in the caller's thread."""
        if not _is_timed(environ["REQUEST_METHOD"], environ["PATH_INFO"], self._timed):
            return self._application(environ, start_response)
        begun = time.monotonic()
        try:
            return self._application(environ, start_response)
        finally:
            self._sleep(_left(begun))


class AsyncAtTicks:
    """The same for an ASGI application: what it would send is held back until the tick."""

    def __init__(self, application: Callable[..., Awaitable[None]], timed: Iterable[str]) -> None:
        self._application = application
        self._timed = tuple(timed)

    async def __call__(self, scope: Message, receive: Callable[[], Awaitable[Message]], send: Send) -> None:
        """Answer, at once or at a tick."""
        if not _is_timed(scope.get("method", ""), scope.get("path", ""), self._timed):
            return await self._application(scope, receive, send)
        begun, held = time.monotonic(), list[Message]()
        try:
            await self._application(scope, receive, _keeping(held))
        finally:
            await asyncio.sleep(_left(begun))
        for message in held:
            await send(message)
        return None


def _keeping(held: list[Message]) -> Send:
    async def keep(message: Message) -> None:
        held.append(message)

    return keep


def _is_timed(method: str, path: str, timed: tuple[str, ...]) -> bool:
    return method == "POST" and path.startswith(timed)


def _left(begun: float) -> float:
    taken = time.monotonic() - begun
    return next_tick(taken) - taken
