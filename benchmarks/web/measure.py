"""The measurement: list and case pages, ours and the peer's, in turns within one run."""

import random
from collections.abc import Sequence
from typing import Any
from urllib.parse import quote

from . import finding, load, servers, world
from .load import Address, Load
from .servers import Site
from .world import Caller

CONNECTIONS = 4
DEPTHS = 100
FIRST = 0.05
"""How often a list is asked for from its start, where it also counts; else from a random depth of all there is."""


def measure(cases: int, seconds: float) -> dict[str, Any]:
    """Fill the world with `cases`, load each page kind for `seconds`, and return the figures.

    `*_rps` are answers a second, `*_ms` milliseconds; `plain_*` are the peer's. `client_share` is the part of all
    processors' time that asking took, 0 to 1, at its highest; `*_processor_ms` is what an answer took web process and
    database together, whatever else the machine did. `failures` counts answers but 200.
    """
    world.fill(cases)
    callers, keys = world.callers(), world.keys(DEPTHS)
    numbers = [world.numbers_of(caller, keys) for caller in callers]
    with servers.ours() as ours, servers.peer() as peer:
        lists = load_of(ours, _list_pages(callers, keys), seconds)
        plain_lists = load_of(peer, _plain([f"/plain/?before={depth}" for depth in world.depths(DEPTHS)]), seconds)
        details = load_of(ours, _case_pages(callers, numbers), seconds)
        found = {f"{kind}_p95_ms": _slow(ours, finding.pages(callers, kind), seconds) for kind in finding.PAGES}
        long = finding.long_cases(callers)
        found["long_case_p95_ms"] = _slow(ours, long, seconds) if long else None
        plain_details = load_of(peer, _plain([f"/plain/{number}/" for some in numbers for number in some]), seconds)
    return {**_figures(cases, lists, plain_lists, details, plain_details), **found}


def _slow(site: Site, address: Address, seconds: float) -> float | None:
    """Return the 95th percentile in milliseconds. Raises RuntimeError for an answer but 200."""
    seen = load_of(site, address, seconds)
    if seen.failures:
        raise RuntimeError(f"A page did not answer: {seen.failures[0]}")
    return seen.percentile_ms(0.95)


def load_of(site: Site, address: Address, seconds: float) -> Load:
    """Warm up for a fifth of the time, then measure."""
    load.run(site.port, [address] * CONNECTIONS, seconds / 5, seed=2)
    before = site.spent()
    seen = load.run(site.port, [address] * CONNECTIONS, seconds)
    seen.served_seconds = site.spent() - before
    return seen


def _list_pages(callers: Sequence[Caller], keys: Sequence[str]) -> Address:
    first = [load.request("/cases/", caller.cookie) for caller in callers]
    deep = [[load.request(f"/cases/?after={quote(key)}", caller.cookie) for key in keys] for caller in callers]

    def address(chance: random.Random) -> bytes:
        place = chance.randrange(len(callers))
        return first[place] if chance.random() < FIRST else chance.choice(deep[place])

    return address


def _case_pages(callers: Sequence[Caller], numbers: Sequence[Sequence[str]]) -> Address:
    asked = [
        load.request(f"/cases/{number}/", caller.cookie)
        for caller, some in zip(callers, numbers, strict=True)
        for number in some
    ]
    return lambda chance: chance.choice(asked)


def _plain(paths: Sequence[str]) -> Address:
    asked = [load.request(path) for path in paths]
    return lambda chance: chance.choice(asked)


def _figures(cases: int, lists: Load, plain_lists: Load, details: Load, plain_details: Load) -> dict[str, Any]:
    return {
        "cases": cases,
        "list_rps": lists.rps,
        "list_p50_ms": lists.percentile_ms(0.5),
        "list_p95_ms": lists.percentile_ms(0.95),
        "case_rps": details.rps,
        "case_p50_ms": details.percentile_ms(0.5),
        "case_p95_ms": details.percentile_ms(0.95),
        "list_processor_ms": lists.processor_ms,
        "case_processor_ms": details.processor_ms,
        "plain_list_processor_ms": plain_lists.processor_ms,
        "plain_case_processor_ms": plain_details.processor_ms,
        "plain_list_rps": plain_lists.rps,
        "plain_case_rps": plain_details.rps,
        "list_ratio": round(lists.rps / plain_lists.rps, 3) if plain_lists.rps else None,
        "case_ratio": round(details.rps / plain_details.rps, 3) if plain_details.rps else None,
        "client_share": max(some.client_share for some in (lists, plain_lists, details, plain_details)),
        "failures": [failure for some in (lists, plain_lists, details, plain_details) for failure in some.failures][:5],
    }
