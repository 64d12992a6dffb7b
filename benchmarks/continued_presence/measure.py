"""The measurement: officers at work, then the queue alone beside the peer's, in one run.

The model is a closed loop with thinking time. Each officer looks at the queue, opens a step, writes, saves it, and
begins again, and thinks before each of the three, for half to one and a half times the mean `think`: 200 officers who
think 20 seconds on average ask for some ten pages a second. Without thinking 200 connections would only wait for each
other, and what they waited would say how many they are, not how long an officer waits.
"""

import os
import random
import re
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from itertools import cycle
from typing import Any
from urllib.parse import urlencode

from benchmarks.tips.arrivals import ask
from benchmarks.web import load, servers
from benchmarks.web.load import Load
from benchmarks.web.measure import load_of
from manumit.modules.continued_presence.proofs.invented import STEPS
from manumit.spine import audit

from . import world
from .world import Officer

PEER = "benchmarks.continued_presence.plain_application:application"
HIDDEN = re.compile(rb'name="(version|csrfmiddlewaretoken)" value="([^"]+)"')
TOKEN = re.compile(rb"set-cookie: csrftoken=([^;]+)", re.IGNORECASE)
STEP = "safety"
SEALED_WITHIN = 120.0


@dataclass
class Work:
    """What officers saw: the queue, a step opened, a step saved; and how many saves the server acknowledged."""

    queue: Load = field(default_factory=Load)
    opened: Load = field(default_factory=Load)
    saved: Load = field(default_factory=Load)


def measure(requests: int, officers: int, seconds: float, think: float) -> dict[str, Any]:
    """Fill the world, let the officers work for `seconds`, thinking `think` seconds on average, and return the figures.

    `*_p95_ms` are what officers waited, counted from when they were to ask; `rps` answers a second meanwhile.
    `queue_processor_ms`, `step_open_processor_ms` and `plain_queue_processor_ms` are what one queue, one opened step
    and the peer's queue took web process and database together, `ratio` the first by the last. `machine_load` is how
    many processes wanted a processor in the minute before: on a machine at rest, less than one.
    """
    load_before = os.getloadavg()[0] if hasattr(os, "getloadavg") else None
    world.fill(requests)
    people = world.officers(officers)
    work = Work()
    with servers.ours() as ours, servers.peer(PEER) as peer:
        _await_sealing()
        took = _work(ours.port, people, seconds, think, work)
        queues = [load.request("/presence/", each.cookie) for each in people]
        queue = load_of(ours, lambda chance: chance.choice(queues), max(1.0, seconds / 4))
        steps = [load.request(_step_of(each), each.cookie) for each in people]
        opened = load_of(ours, lambda chance: chance.choice(steps), max(1.0, seconds / 4))
        plain = [load.request(f"/plain/?agency={each.agency_id}") for each in people]
        beside = load_of(peer, lambda chance: chance.choice(plain), max(1.0, seconds / 4))
    parts = (work.queue, work.opened, work.saved)
    return {
        "requests": requests, "officers": officers, "queue_p50_ms": work.queue.percentile_ms(0.5),
        "queue_p95_ms": work.queue.percentile_ms(0.95), "open_p95_ms": work.opened.percentile_ms(0.95),
        "step_p50_ms": work.saved.percentile_ms(0.5), "step_p95_ms": work.saved.percentile_ms(0.95),
        "rps": round(sum(len(part.times) for part in parts) / took, 1), "saves": len(work.saved.times),
        "queue_processor_ms": queue.processor_ms, "step_open_processor_ms": opened.processor_ms,
        "plain_queue_processor_ms": beside.processor_ms,
        "ratio": round(queue.processor_ms / beside.processor_ms, 1) if beside.processor_ms else None,
        "think_s": think, "machine_load": load_before,
        "failures": [each for part in (*parts, queue, opened, beside) for each in part.failures][:5],
    }  # fmt: skip


def _await_sealing() -> None:
    """Wait until the log of all that was made is sealed: before, no sealed answer is shown. Raises TimeoutError."""
    end = time.monotonic() + SEALED_WITHIN
    while not audit.sealed_reads_open():
        if time.monotonic() > end:
            raise TimeoutError(f"The log was not sealed within {SEALED_WITHIN} seconds")
        time.sleep(0.2)


def _work(port: int, people: list[Officer], seconds: float, think: float, work: Work) -> float:
    start = time.perf_counter() + 0.2
    end = start + seconds
    paces = [_Pace(start + think * place / len(people), end, think) for place in range(len(people))]
    threads = [
        threading.Thread(target=_officer, args=(port, officer, pace, work))
        for officer, pace in zip(people, paces, strict=True)
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return time.perf_counter() - start


@dataclass
class _Pace:
    """When an officer asks next: `due` at first, then after thinking, until `end`; moments of `time.perf_counter`."""

    due: float
    end: float
    think: float

    def comes(self) -> bool:
        """Wait until it is time; False once the end has come before."""
        if self.due >= self.end:
            return False
        time.sleep(max(0.0, self.due - time.perf_counter()))
        return True

    def thinks(self, chance: random.Random) -> None:
        """Let the next be due after some thought from now on."""
        self.due = time.perf_counter() + self.think * (0.5 + chance.random())


def _officer(port: int, officer: Officer, pace: _Pace, work: Work) -> None:
    """Look at the queue, open a step, save it, and think before each, until the end."""
    chance, page, here = random.Random(officer.draft), b"", _step_of(officer)
    acts: tuple[tuple[Load, Callable[[], bytes], bytes], ...] = (
        (work.queue, lambda: _get("/presence/", officer.cookie), b" 200 "),
        (work.opened, lambda: _get(here, officer.cookie), b" 200 "),
        (work.saved, lambda: _post(here, officer.cookie, page, chance), b" 302 "),
    )
    for seen, request, wanted in cycle(acts):
        if not pace.comes():
            return
        page = _timed(seen, port, request(), pace.due, wanted)
        pace.thinks(chance)


def _step_of(officer: Officer) -> str:
    return f"/presence/{officer.draft}/step/{STEP}/"


def _timed(seen: Load, port: int, request: bytes, due: float, wanted: bytes) -> bytes:
    try:
        answer = ask(port, request)
    except OSError as error:
        seen.failures.append(type(error).__name__)
        return b""
    seen.times.append(time.perf_counter() - due)
    if wanted not in answer[:16]:
        seen.failures.append(f"{answer[9:12].decode()} {request[:60].decode()}")
    return answer


def _get(path: str, cookie: str) -> bytes:
    lines = [f"GET {path} HTTP/1.1", "Host: 127.0.0.1", "Accept: text/html", f"Cookie: {cookie}"]
    return "\r\n".join([*lines, "Connection: close", "", ""]).encode()


def _post(path: str, cookie: str, page: bytes, chance: random.Random) -> bytes:
    hidden = {name.decode(): value.decode() for name, value in HIDDEN.findall(page)}
    said = {**STEPS[STEP], "plan": f"A code word, number {chance.randrange(10**6)}", "leave": "yes"}
    body = urlencode({**hidden, **said}).encode()
    form = "Content-Type: application/x-www-form-urlencoded"
    given = TOKEN.search(page)  # a browser sends the token's cookie back that came with the page
    cookie += f"; csrftoken={given[1].decode()}" if given else ""
    lines = [f"POST {path} HTTP/1.1", "Host: 127.0.0.1", "Connection: close", form, f"Cookie: {cookie}"]
    return "\r\n".join([*lines, f"Content-Length: {len(body)}", "", ""]).encode() + body
