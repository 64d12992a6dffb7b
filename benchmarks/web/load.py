"""A closed-loop HTTP load from a few keep-alive connections, cheap enough to share two cores with the server."""

import http.client
import random
import threading
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

Address = Callable[[random.Random], tuple[str, dict[str, str]]]


@dataclass
class Load:
    """What a load saw: seconds each request took and every answer that was not 200."""

    seconds: float = 0.0
    times: list[float] = field(default_factory=list)
    failures: list[str] = field(default_factory=list)

    @property
    def rps(self) -> float:
        """Answers a second."""
        return round(len(self.times) / self.seconds, 1) if self.seconds else 0.0

    def percentile_ms(self, share: float) -> float:
        """Milliseconds within which `share` (0..1) of the answers came."""
        ranked = sorted(self.times)
        return round(ranked[min(len(ranked) - 1, int(share * len(ranked)))] * 1000, 1) if ranked else 0.0


def run(port: int, addresses: Sequence[Address], seconds: float, seed: int = 1) -> Load:
    """Ask 127.0.0.1:`port` for `seconds`, one connection for each of `addresses`."""
    load, end = Load(), time.perf_counter() + seconds
    threads = [
        threading.Thread(target=_connection, args=(port, address, end, random.Random(seed * 1000 + n), load))
        for n, address in enumerate(addresses)
    ]
    start = time.perf_counter()
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    load.seconds = time.perf_counter() - start
    return load


def _connection(port: int, address: Address, end: float, chance: random.Random, load: Load) -> None:
    link = http.client.HTTPConnection("127.0.0.1", port, timeout=60)
    while time.perf_counter() < end:
        path, headers = address(chance)
        start = time.perf_counter()
        link.request("GET", path, headers=headers)
        answer = link.getresponse()
        answer.read()
        load.times.append(time.perf_counter() - start)
        if answer.status != http.client.OK:
            load.failures.append(f"{answer.status} {path}")
    link.close()
