"""A crowd at a public address waits in its own lane: staff pass it by, nobody is refused, connections stay few."""

import threading
from collections.abc import Callable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from typing import Any

import pytest

from manumit.project import lanes
from manumit.project.lanes import CROWD_THREADS, Lanes

PATIENCE = 30
"""Seconds after which a test gives up; it waits for none of them."""
STAFF_THREADS = 2


class Answer:
    """What Django answers: whole or streaming, and told when it was sent."""

    def __init__(self, pieces: Callable[[], Iterator[bytes]], *, streaming: bool = False) -> None:
        self.pieces, self.streaming, self.closed_by = pieces, streaming, ""

    def __iter__(self) -> Iterator[bytes]:
        return self.pieces()

    def close(self) -> None:
        self.closed_by = threading.current_thread().name


class House:
    """An application whose crowd is held up until `open` is set; it counts who is in work, and where."""

    def __init__(self) -> None:
        self.open, self.lock = threading.Event(), threading.Lock()
        self.inside, self.most = {"/tip/": 0, "/": 0}, {"/tip/": 0, "/": 0}
        self.threads: set[str] = set()
        self.full = threading.Semaphore(0)
        self.lanes = Lanes(self.application, STAFF_THREADS, ["/tip/"])

    def application(self, environ: dict[str, Any], start_response: Any) -> Answer:
        path = environ["PATH_INFO"]
        with self.lock:
            self.inside[path] += 1
            self.most[path] = max(self.most[path], self.inside[path])
            self.threads.add(threading.current_thread().name)
        self.full.release()
        if path == "/tip/":
            assert self.open.wait(PATIENCE)
        with self.lock:
            self.inside[path] -= 1
        return Answer(lambda: iter([path.encode()]))

    def ask(self, path: str) -> list[bytes]:
        return list(self.lanes({"PATH_INFO": path}, lambda *given: None))


@pytest.fixture
def waiting() -> Iterator[ThreadPoolExecutor]:
    """The server's own threads, of which each waits for one request."""
    with ThreadPoolExecutor(64) as threads:
        yield threads


def test_staff_are_served_while_a_crowd_waits_and_each_of_the_crowd_is_served_in_the_end(waiting) -> None:
    house = House()
    crowd: list[Future[list[bytes]]] = [waiting.submit(house.ask, "/tip/") for _ in range(20)]
    for _ in range(CROWD_THREADS):
        assert house.full.acquire(timeout=PATIENCE)
    assert [house.ask("/") for _ in range(5)] == [[b"/"]] * 5
    assert not any(each.done() for each in crowd)
    house.open.set()
    assert [each.result(PATIENCE) for each in crowd] == [[b"/tip/"]] * 20
    assert house.most["/tip/"] == CROWD_THREADS


def test_no_more_threads_work_than_the_lanes_have(waiting) -> None:
    house = House()
    house.open.set()
    asked = [waiting.submit(house.ask, "/tip/" if place % 2 else "/") for place in range(60)]
    assert len([each.result(PATIENCE) for each in asked]) == 60
    assert house.most["/"] <= STAFF_THREADS
    assert len(house.threads) <= STAFF_THREADS + CROWD_THREADS


def test_the_crowd_begins_once_no_member_of_staff_is_at_work(waiting, monkeypatch) -> None:
    monkeypatch.setattr(lanes, "YIELDS_SECONDS", PATIENCE)
    order, held, entered = [], threading.Event(), threading.Event()

    def application(environ: dict[str, Any], start_response: Any) -> Answer:
        if environ["PATH_INFO"] == "/":
            entered.set()
            assert held.wait(PATIENCE)
        order.append(environ["PATH_INFO"])
        return Answer(lambda: iter([]))

    house = Lanes(application, STAFF_THREADS, ["/tip/"])
    page = waiting.submit(house, {"PATH_INFO": "/"}, None)
    assert entered.wait(PATIENCE)
    tip = waiting.submit(house, {"PATH_INFO": "/tip/at/here/"}, None)
    held.set()
    page.result(PATIENCE), tip.result(PATIENCE)
    assert order == ["/", "/tip/at/here/"]


def test_staff_who_never_rest_keep_the_crowd_out_for_a_moment_only(waiting, monkeypatch) -> None:
    monkeypatch.setattr(lanes, "YIELDS_SECONDS", 0.001)
    held, entered = threading.Event(), threading.Event()

    def application(environ: dict[str, Any], start_response: Any) -> Answer:
        if environ["PATH_INFO"] == "/":
            entered.set()
            assert held.wait(PATIENCE)
        return Answer(lambda: iter([b"here"]))

    house = Lanes(application, STAFF_THREADS, ["/tip/"])
    page = waiting.submit(house, {"PATH_INFO": "/"}, None)
    assert entered.wait(PATIENCE)
    assert list(house({"PATH_INFO": "/tip/"}, None)) == [b"here"]
    held.set()
    page.result(PATIENCE)


def test_a_whole_answer_is_closed_in_its_lane_a_stream_by_who_sends_it() -> None:
    whole = Answer(lambda: iter([b"a", b"b"]))
    stream = Answer(lambda: iter([threading.current_thread().name.encode()]), streaming=True)
    answers = {"/whole": whole, "/stream": stream}
    house = Lanes(lambda environ, start: answers[environ["PATH_INFO"]], 1, ["/tip/"])
    assert list(house({"PATH_INFO": "/whole"}, None)) == [b"a", b"b"]
    assert whole.closed_by.startswith("staff")
    sent = house({"PATH_INFO": "/stream"}, None)
    here = threading.current_thread().name
    assert (list(sent), stream.closed_by) == ([here.encode()], "")
    sent.close()  # type: ignore[attr-defined]  # what streams can be closed
    assert stream.closed_by == here


def test_what_fails_is_raised_to_who_waits_and_counts_nobody_as_at_work() -> None:
    def application(environ: dict[str, Any], start_response: Any) -> Answer:
        raise RuntimeError("broken")

    house = Lanes(application, 1, ["/tip/"])
    for path in ("/", "/tip/"):
        with pytest.raises(RuntimeError, match="broken"):
            house({"PATH_INFO": path}, None)
    assert house._at_work == 0
