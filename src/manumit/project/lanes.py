"""Two lanes in front of one application: a crowd at a public address waits in its own, and staff pass it by.

The web server has a thread for each request that came in, which only waits; the work is done by the few threads of a
lane, so that as few hold a connection to the database. ADR 0018 says why it is built so.
"""

import contextvars
import threading
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import ThreadPoolExecutor
from typing import Any, TypeVar

from django.db import connections

T = TypeVar("T")
Environ = dict[str, Any]
Application = Callable[[Environ, Callable[..., Any]], Any]

CROWD_THREADS = 2
"""Requests of the crowd at a time in each process: one works while the other waits for the database."""
YIELDS_SECONDS = 0.1
"""How long one of the crowd lets staff go first, at the most: whoever works all day must not keep it out for ever."""


class Lanes:
    """A WSGI application that serves addresses beginning with one of `crowded` in a lane of their own.

    At most `threads` other requests, and CROWD_THREADS of the crowd, are in work at once; none is refused. Of two that
    could begin, a member of staff's does.
    """

    def __init__(self, application: Application, threads: int, crowded: Iterable[str]) -> None:
        self._application = application
        self._crowded = tuple(crowded)
        self._staff = ThreadPoolExecutor(threads, "staff")
        self._crowd = ThreadPoolExecutor(CROWD_THREADS, "crowd")
        self._turn = threading.Condition()
        self._at_work = 0

    def __call__(self, environ: Environ, start_response: Callable[..., Any]) -> Iterable[bytes]:
        """Answer in the lane of the address; waits in the caller's thread."""
        serve = self._for_crowd if environ["PATH_INFO"].startswith(self._crowded) else self._for_staff
        return serve(lambda: _whole(self._application(environ, start_response)))

    def _for_staff(self, work: Callable[[], T]) -> T:
        with self._turn:
            self._at_work += 1
        try:
            return self._staff.submit(work).result()
        finally:
            with self._turn:
                self._at_work -= 1
                self._turn.notify_all()

    def _for_crowd(self, work: Callable[[], T]) -> T:
        return self._crowd.submit(self._after_staff, work).result()

    def _after_staff(self, work: Callable[[], T]) -> T:
        with self._turn:
            self._turn.wait_for(lambda: not self._at_work, YIELDS_SECONDS)
        return work()


def _whole(response: Any) -> Iterable[bytes]:
    """Return the answer's pieces, and close it, in the thread that made it; what streams is left to who sends it."""
    if response.streaming:
        return _Stream(response)
    try:
        return list(response)
    finally:
        response.close()


class _Stream:
    """An answer that is made while it is sent, by the thread that sends it: in the context of its page."""

    def __init__(self, response: Any) -> None:
        self._response = response
        self._context = contextvars.copy_context()

    def __iter__(self) -> Iterator[bytes]:
        pieces = self._context.run(iter, self._response)
        while (piece := self._context.run(next, pieces, None)) is not None:
            yield piece

    def close(self) -> None:
        """Close the answer, and what this thread opened: it has no lane, and may never come again."""
        try:
            self._response.close()
        finally:
            connections.close_all()
