"""Answers to what is asked leave at a tick, whatever they say; all others leave at once."""

import asyncio
import time
from typing import Any

import pytest

from manumit.project import ticks
from manumit.project.ticks import FIRST_SECONDS, AsyncAtTicks, AtTicks, next_tick, prefixes

TIMED = ("/asked/",)


@pytest.fixture
def clock(monkeypatch) -> list[float]:
    """The time as the ticks see it: what an application adds to is the time its work took."""
    now = [1000.0]
    monkeypatch.setattr(ticks.time, "monotonic", lambda: now[0])
    return now


class House:
    """An application whose work takes some seconds; it notes in what order things happen."""

    def __init__(self, clock: list[float], seconds: float) -> None:
        self.clock, self.seconds, self.order = clock, seconds, list[object]()

    def __call__(self, environ: dict[str, Any], start_response: Any) -> list[bytes]:
        self.clock[0] += self.seconds
        self.order.append("work")
        return [b"here"]

    def asked(self, method: str = "POST", path: str = "/asked/") -> list[object]:
        """Ask, and return what happened."""
        served = AtTicks(self, TIMED, lambda seconds: self.order.append(round(seconds, 6)))
        assert served({"REQUEST_METHOD": method, "PATH_INFO": path}, None) == [b"here"]
        return self.order


@pytest.mark.parametrize(
    ("taken", "left"), [(0.0, 0.25), (0.016, 0.25), (0.25, 0.25), (0.2501, 0.5), (0.6, 1.0), (5.0, 8.0)]
)
def test_ticks_lie_ever_further_apart(taken, left) -> None:
    assert next_tick(taken) == left


@pytest.mark.parametrize("seconds", [0.001, 0.016, 0.2, 0.3])
def test_an_answer_leaves_at_its_tick_after_the_work_is_done(clock, seconds) -> None:
    assert House(clock, seconds).asked() == ["work", round(next_tick(seconds) - seconds, 6)]


@pytest.mark.parametrize(("method", "path"), [("GET", "/asked/"), ("POST", "/cases/asked/"), ("POST", "/")])
def test_all_others_leave_at_once(clock, method, path) -> None:
    assert House(clock, 0.016).asked(method, path) == ["work"]


def test_what_fails_leaves_at_the_tick_too(clock) -> None:
    waits: list[float] = []

    def application(environ: dict[str, Any], start_response: Any) -> list[bytes]:
        raise RuntimeError("broken")

    with pytest.raises(RuntimeError, match="broken"):
        AtTicks(application, TIMED, waits.append)({"REQUEST_METHOD": "POST", "PATH_INFO": "/asked/"}, None)
    assert waits == [FIRST_SECONDS]


def test_the_wait_is_a_real_one() -> None:
    begun = time.monotonic()
    AtTicks(lambda environ, start: [], TIMED)({"REQUEST_METHOD": "POST", "PATH_INFO": "/asked/"}, None)
    assert time.monotonic() - begun >= FIRST_SECONDS


def test_nothing_of_an_asynchronous_answer_is_sent_before_the_tick(clock, monkeypatch) -> None:
    order: list[object] = []

    async def application(scope: Any, receive: Any, send: Any) -> None:
        clock[0] += 0.01
        await send({"type": "http.response.start"})
        order.append("work")

    async def send(message: Any) -> None:
        order.append(message["type"])

    async def sleep(seconds: float) -> None:
        order.append(round(seconds, 6))

    async def ask(method: str) -> None:
        await AsyncAtTicks(application, TIMED)({"method": method, "path": "/asked/"}, None, send)  # type: ignore[arg-type]  # nothing is received

    monkeypatch.setattr(ticks.asyncio, "sleep", sleep)
    asyncio.run(ask("POST"))
    assert order == ["work", 0.24, "http.response.start"]
    order.clear()
    asyncio.run(ask("GET"))
    assert order == ["http.response.start", "work"]


def test_every_way_to_ask_other_agencies_is_timed() -> None:
    """By page and by API: whoever adds a third way names its address in the manifest."""
    assert {"/api/v1/inquiry/", "/inquiries/of/"} <= set(prefixes())
