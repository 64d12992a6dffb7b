"""A closed-loop HTTP load from a few keep-alive connections, cheap enough to share two cores with the server.

A client written in Python's own HTTP library takes as long over an answer as a fast server does. Here a request is the
bytes of one, made beforehand, and of an answer only its status, its length and its end are read. What it costs is
measured too: `Load.client_share` is the part of the machine's processor time the load itself took.
"""

import os
import random
import re
import socket
import threading
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

Address = Callable[[random.Random], bytes]
"""Draws the next request, as the bytes that `request` made."""
LENGTH = re.compile(rb"\r\ncontent-length: (\d+)\r\n", re.IGNORECASE)
END = b"\r\n\r\n"
OK = b"HTTP/1.1 200 "
CHUNK = 262_144


@dataclass
class Load:
    """What a load saw: seconds each request took and every answer that was not 200.

    `processor_seconds` is what asking cost, `served_seconds` what answering cost web processes and database together.
    """

    seconds: float = 0.0
    processor_seconds: float = 0.0
    served_seconds: float = 0.0
    times: list[float] = field(default_factory=list)
    failures: list[str] = field(default_factory=list)

    @property
    def rps(self) -> float:
        """Answers a second."""
        return round(len(self.times) / self.seconds, 1) if self.seconds else 0.0

    @property
    def client_share(self) -> float:
        """The part of all processors' time, 0 to 1, that asking took."""
        return round(self.processor_seconds / (self.seconds * (os.cpu_count() or 1)), 3) if self.seconds else 0.0

    @property
    def processor_ms(self) -> float:
        """Milliseconds of processor time an answer took, web process and database together."""
        return round(self.served_seconds / len(self.times) * 1000, 2) if self.times else 0.0

    def percentile_ms(self, share: float) -> float:
        """Milliseconds within which `share` (0..1) of the answers came."""
        ranked = sorted(self.times)
        return round(ranked[min(len(ranked) - 1, int(share * len(ranked)))] * 1000, 1) if ranked else 0.0


def request(path: str, cookie: str = "") -> bytes:
    """Return the bytes of a GET of `path`, as a browser with `cookie` sends it."""
    lines = [f"GET {path} HTTP/1.1", "Host: 127.0.0.1", "Accept: text/html", "Accept-Language: en"]
    lines += [f"Cookie: {cookie}"] if cookie else []
    return "\r\n".join([*lines, "", ""]).encode("ascii")


def run(port: int, addresses: Sequence[Address], seconds: float, seed: int = 1) -> Load:
    """Ask 127.0.0.1:`port` for `seconds`, one connection for each of `addresses`."""
    load, end, spent = Load(), time.perf_counter() + seconds, time.process_time()
    threads = [
        threading.Thread(target=_connection, args=(port, address, end, random.Random(seed * 1000 + n), load))
        for n, address in enumerate(addresses)
    ]
    start = time.perf_counter()
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    load.seconds, load.processor_seconds = time.perf_counter() - start, time.process_time() - spent
    return load


def _connection(port: int, address: Address, end: float, chance: random.Random, load: Load) -> None:
    with socket.create_connection(("127.0.0.1", port), timeout=60) as link:
        link.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        while time.perf_counter() < end:
            asked = address(chance)
            start = time.perf_counter()
            link.sendall(asked)
            head = _answer(link)
            load.times.append(time.perf_counter() - start)
            if not head.startswith(OK):
                load.failures.append(f"{head[9:12].decode()} {asked[4 : asked.index(b' HTTP/')].decode()}")


def _answer(link: socket.socket) -> bytes:
    """Read one answer whole and return its head. Raises ConnectionError for one cut short, ValueError for no length."""
    got = link.recv(CHUNK)
    while (end := got.find(END)) < 0:
        got += _more(link)
    head, read = got[: end + 2], len(got) - end - len(END)
    length = LENGTH.search(head)
    if length is None:
        raise ValueError(f"An answer without Content-Length: {head[:200]!r}")
    while read < int(length[1]):
        read += len(_more(link))
    return head


def _more(link: socket.socket) -> bytes:
    more = link.recv(CHUNK)
    if not more:
        raise ConnectionError("The server closed the connection within an answer")
    return more
