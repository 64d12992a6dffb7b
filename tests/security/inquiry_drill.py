"""Paired inquiries: is what must be answered alike answered alike, byte for byte and in the same time?

In each pair one question is about what another agency restricts, the other about what nobody holds; or, of pointers,
one about what it holds several times, the other about what it holds once. Which comes first is drawn. All goes through
the API as a program asks, with a token, through the ticks at which answers leave, in a transaction that is rolled back.
"""

import gc
import json
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import asdict, dataclass, field
from random import Random
from statistics import median
from typing import Any

from django.conf import settings
from django.core.handlers.wsgi import WSGIHandler
from django.core.signals import request_finished, request_started
from django.db import close_old_connections, transaction
from django.test import RequestFactory

from manumit.project.ticks import FIRST_SECONDS, AtTicks, prefixes
from manumit.spine.administration.actions.create_token import create_token
from manumit.spine.identity.actor import Actor
from manumit.spine.records.askable import AskedFor

from .inquiry_world import HELD, asking_case, hold, member, question

ROOT = "/api/v1/inquiry/"
COMPARED = {"restricted": ("restricted", "nothing"), "pointer": ("several", "one")}
"""What is compared: two holdings that must be answered alike; the first makes more work."""
ANSWERS = {"restricted": 0, "pointer": 1}
"""How many answers each inquiry may get."""
WARM = 3
"""Pairs of each form asked before any is timed: what is prepared once is prepared."""
BOUND = 1.0
"""How many percent apart medians may be."""


@dataclass(frozen=True, slots=True)
class Taken:
    """An answer without the inquiry's number, how many answered, and nanoseconds, of the whole and of the work."""

    body: bytes
    answers: int
    whole: int
    work: int


@dataclass
class Apart:
    """Medians of the first and the second side in milliseconds, and how far apart they are.

    `apart` compares the two medians, `paired` is the median of each pair's own difference, both in percent of the
    median *work* of the second side: the wait must not make the bound a wider one.
    """

    first_ms: float = 0.0
    second_ms: float = 0.0
    apart: float = 0.0
    paired: float = 0.0
    forms: dict[str, float] = field(default_factory=dict)


@dataclass
class Drilled:
    """How many pairs were asked, how many bodies differed, how many had more or fewer answers than they may.

    `waited` is what who asks can measure, and is judged; `work` is the same without the wait for the tick. `late`
    counts, side by side, the answers whose work was not done by the first tick.
    """

    compared: str
    pairs: int = 0
    differing: int = 0
    answered: int = 0
    late: tuple[int, int] = (0, 0)
    waited: Apart = field(default_factory=Apart)
    work: Apart = field(default_factory=Apart)

    def as_json(self) -> dict[str, Any]:
        """Return the fields and whether all held."""
        within = abs(self.waited.apart) <= BOUND and abs(self.waited.paired) <= BOUND
        return {**asdict(self), "ok": self.differing == self.answered == 0 and within}


Pair = tuple[Taken, Taken]


def drill(
    pairs: int, *, compared: str = "restricted", seed: int = 1, progress: Callable[[int], None] | None = None,
    sleep: Callable[[float], object] = time.sleep,
) -> Drilled:  # fmt: skip
    """Ask `pairs` times two questions; nothing of it stays in the database."""
    with transaction.atomic(), connection_kept():
        asked = _run(pairs, compared, Random(seed), progress, sleep)
        transaction.set_rollback(True)
    return _judged(compared, asked)


@contextmanager
def connection_kept() -> Iterator[None]:
    """Keep Django from looking after each request whether its connection is worn: the transaction lives in it."""
    ends = (request_started, request_finished)
    for each in ends:
        each.disconnect(close_old_connections)
    try:
        yield
    finally:
        for each in ends:
            each.connect(close_old_connections)


def _run(
    pairs: int, compared: str, chance: Random, progress: Callable[[int], None] | None, sleep: Callable[[float], object]
) -> dict[str, list[Pair]]:
    asker, owner, sides = member("asker", "One"), member("owner", "Two"), COMPARED[compared]
    for held in sides:
        hold(owner, held)
    program, asked = Program(asker, asking_case(asker), sleep), dict[str, list[Pair]]()
    forms = list(AskedFor)
    for number in range(-WARM * len(forms), pairs):
        form, place = forms[number % len(forms)], number // len(forms) % HELD
        taken = {held: program.ask(question(form, held, place)) for held in chance.sample(sides, 2)}
        if number >= 0:
            asked.setdefault(form, []).append((taken[sides[0]], taken[sides[1]]))
        if progress and number % 50 == 0:
            progress(number)
    return asked


def _judged(compared: str, asked: dict[str, list[Pair]]) -> Drilled:
    pairs = [pair for some in asked.values() for pair in some]
    drilled = Drilled(compared, len(pairs))
    drilled.differing = sum(first.body != second.body for first, second in pairs)
    drilled.answered = sum(each.answers != ANSWERS[compared] for pair in pairs for each in pair)
    late = [sum(each.work > FIRST_SECONDS * 1e9 for each in side) for side in zip(*pairs, strict=True)]
    drilled.late = (late[0], late[1])
    drilled.waited, drilled.work = _apart(asked, "whole"), _apart(asked, "work")
    return drilled


def _apart(asked: dict[str, list[Pair]], name: str) -> Apart:
    pairs = [pair for some in asked.values() for pair in some]
    first, second = (median(getattr(each, name) for each in side) for side in zip(*pairs, strict=True))
    forms = {form: _paired(some, name) for form, some in asked.items()}
    apart = round(100 * (first - second) / _work(pairs), 3)
    return Apart(round(first / 1e6, 3), round(second / 1e6, 3), apart, _paired(pairs, name), forms)


def _paired(pairs: list[Pair], name: str) -> float:
    differences = (getattr(first, name) - getattr(second, name) for first, second in pairs)
    return round(100 * median(differences) / _work(pairs), 3)


def _work(pairs: list[Pair]) -> float:
    return float(median(second.work for _, second in pairs))


class Program:
    """Asks with a token, through what is served but for the lanes: their threads would leave the transaction."""

    def __init__(self, asker: Actor, case_number: str, sleep: Callable[[float], object]) -> None:
        self._case = case_number
        self._sleep = sleep
        self._done = 0
        self._serve = AtTicks(WSGIHandler(), prefixes(), self._wait)
        host = next((each for each in settings.ALLOWED_HOSTS if each != "*"), "testserver")
        token = create_token(asker, "Drill", ["inquiry:read", "inquiry:write"], 1)
        self.requests = RequestFactory(SERVER_NAME=host, HTTP_AUTHORIZATION=f"Bearer {token}")

    def ask(self, asked: dict[str, Any]) -> Taken:
        """Ask and return what came, and when."""
        body = json.dumps({"case_kind": "case", "case_number": self._case, "because": "Drill", **asked})
        environ = self.requests.post(ROOT, body, content_type="application/json", secure=True).environ
        gc.collect(0)
        gc.disable()
        begun = time.perf_counter_ns()
        status, answer = self.serve(environ)
        ended = time.perf_counter_ns()
        gc.enable()
        said = b"".join(answer)
        answer.close()
        if not status.startswith("201"):
            raise AssertionError(f"{asked} was answered {status}: {said.decode()}")
        return self._taken(said, ended - begun, self._done - begun)

    def serve(self, environ: dict[str, Any]) -> tuple[str, Any]:
        """Return status line and answer to a request."""
        status: list[str] = []
        answer = self._serve(environ, lambda said, headers: status.append(said))
        return status[0], answer

    def _taken(self, said: bytes, whole: int, work: int) -> Taken:
        told = json.loads(said)
        return Taken(said.replace(told["number"].encode(), b"NUMBER"), len(told["answers"]), whole, work)

    def _wait(self, seconds: float) -> None:
        self._done = time.perf_counter_ns()
        self._sleep(seconds)
