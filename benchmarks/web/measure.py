"""The measurement: list and case pages, ours and the peer's, in turns within one run."""

import random
from collections.abc import Callable, Sequence
from typing import Any
from urllib.parse import quote

from . import load, servers, world
from .load import Address, Load
from .world import Caller

CONNECTIONS = 4
DEPTH = 20


def measure(cases: int, seconds: float) -> dict[str, Any]:
    """Fill the world with `cases`, load each page kind for `seconds`, and return the figures.

    `*_rps` are answers a second, `*_ms` milliseconds; `plain_*` are the peer's. `failures` counts answers but 200.
    """
    world.fill(cases)
    callers = world.callers()
    samples = [world.sample_of(caller, DEPTH) for caller in callers]
    with servers.ours() as ours, servers.peer() as peer:
        lists = load_of(ours, _list_pages(callers, [keys for _, keys in samples]), seconds)
        plain_lists = load_of(peer, _plain_lists(world.depths(100)), seconds)
        details = load_of(ours, _case_pages(callers, [numbers for numbers, _ in samples]), seconds)
        numbers = [number for some, _ in samples for number in some]
        plain_details = load_of(peer, lambda chance: (f"/plain/{chance.choice(numbers)}/", {}), seconds)
    return _figures(cases, lists, plain_lists, details, plain_details)


def load_of(port: int, address: Address, seconds: float) -> Load:
    """Warm up for a fifth of the time, then measure."""
    load.run(port, [address] * CONNECTIONS, seconds / 5, seed=2)
    return load.run(port, [address] * CONNECTIONS, seconds)


def _list_pages(callers: Sequence[Caller], keys: Sequence[Sequence[str]]) -> Address:
    def address(chance: random.Random) -> tuple[str, dict[str, str]]:
        place = chance.randrange(len(callers))
        key = chance.choice(["", *keys[place]])
        path = f"/cases/?after={quote(key)}" if key else "/cases/"
        return path, {"Cookie": callers[place].cookie}

    return address


def _case_pages(callers: Sequence[Caller], numbers: Sequence[Sequence[str]]) -> Address:
    def address(chance: random.Random) -> tuple[str, dict[str, str]]:
        place = chance.randrange(len(callers))
        return f"/cases/{chance.choice(numbers[place])}/", {"Cookie": callers[place].cookie}

    return address


def _plain_lists(depths: Sequence[str]) -> Callable[[random.Random], tuple[str, dict[str, str]]]:
    return lambda chance: (f"/plain/?before={quote(chance.choice(depths))}", {})


def _figures(cases: int, lists: Load, plain_lists: Load, details: Load, plain_details: Load) -> dict[str, Any]:
    return {
        "cases": cases,
        "list_rps": lists.rps,
        "list_p50_ms": lists.percentile_ms(0.5),
        "list_p95_ms": lists.percentile_ms(0.95),
        "case_rps": details.rps,
        "case_p50_ms": details.percentile_ms(0.5),
        "case_p95_ms": details.percentile_ms(0.95),
        "plain_list_rps": plain_lists.rps,
        "plain_case_rps": plain_details.rps,
        "list_ratio": round(lists.rps / plain_lists.rps, 3) if plain_lists.rps else None,
        "case_ratio": round(details.rps / plain_details.rps, 3) if plain_details.rps else None,
        "failures": [failure for some in (lists, plain_lists, details, plain_details) for failure in some.failures][:5],
    }
