"""Requests that arrive by the clock, whether the server keeps up or not: what is late is counted from when it was due.

A load that waits for each answer slows down with the server and hides how long people wait (coordinated omission).
"""

import socket
import threading
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from benchmarks.web.load import Load

PATIENCE = 60.0
CHUNK = 65_536


@dataclass
class Stream:
    """Requests made beforehand, `rate` a second, sent by `senders` threads, each on a connection of its own.

    `heard` holds each answer by the place of its request; `seen` the times from when it was due, in seconds.
    """

    requests: Sequence[bytes]
    rate: float
    senders: int
    seen: Load = field(default_factory=Load)
    heard: dict[int, bytes] = field(default_factory=dict)
    _next: int = 0
    _lock: threading.Lock = field(default_factory=threading.Lock)

    def threads(self, port: int, start: float) -> list[threading.Thread]:
        """Return the threads that send to `port` from `start` on, not started yet."""
        return [threading.Thread(target=self._send, args=(port, start), daemon=True) for _ in range(self.senders)]

    def _send(self, port: int, start: float) -> None:
        while (place := self._take()) < len(self.requests):
            due = start + place / self.rate
            time.sleep(max(0.0, due - time.perf_counter()))
            self._ask(port, place, due)

    def _take(self) -> int:
        with self._lock:
            self._next += 1
            return self._next - 1

    def _ask(self, port: int, place: int, due: float) -> None:
        try:
            answer = ask(port, self.requests[place])
        except OSError as error:
            self.seen.failures.append(type(error).__name__)
            return
        self.seen.times.append(time.perf_counter() - due)
        self.heard[place] = answer
        if not answer.startswith(b"HTTP/1.1 200 "):
            self.seen.failures.append(answer[9:12].decode())


def run(port: int, streams: Sequence[Stream], meanwhile: Callable[[], None] | None = None) -> float:
    """Send all streams at once and return the seconds it took."""
    start = time.perf_counter() + 0.1
    threads = [thread for stream in streams for thread in stream.threads(port, start)]
    for thread in threads:
        thread.start()
    if meanwhile:
        meanwhile()
    for thread in threads:
        thread.join()
    return time.perf_counter() - start


def ask(port: int, request: bytes) -> bytes:
    """Send a request that closes its connection, and return the whole answer. Raises OSError."""
    with socket.create_connection(("127.0.0.1", port), timeout=PATIENCE) as link:
        link.sendall(request)
        pieces = []
        while piece := link.recv(CHUNK):
            pieces.append(piece)
    return b"".join(pieces)
