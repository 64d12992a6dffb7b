"""The measurement: public pages as visitors ask for them, and the quarter's page of each contact, in one run."""

import random
from typing import Any

from benchmarks.web import load, servers
from benchmarks.web.load import Address
from benchmarks.web.measure import load_of
from manumit.modules.action_plan.choices import PlanPillar, Status

from . import world


def measure(commitments: int, updates: int, seconds: float) -> dict[str, Any]:
    """Fill the world, load each kind of page for `seconds`, and return the figures.

    `*_rps` are answers a second, `*_ms` milliseconds; `*_served_ms` is the processor time of web processes
    and database for one answer, `not_kept_p95_ms` that of lists nobody asked for before. `failures`: not 200.
    """
    numbers = world.fill(commitments, updates)
    callers = world.callers()
    quarters = [load.request("/plan/quarter/", caller.cookie) for caller in callers]
    with servers.ours() as ours:
        public = load_of(ours, _public(numbers), seconds)
        fresh = load_of(ours, lambda chance: load.request(f"/promises/?q=the+{chance.randrange(10**9)}th"), seconds / 2)
        quarter = load_of(ours, lambda chance: chance.choice(quarters), seconds)
    return {
        "commitments": commitments,
        "updates": updates,
        "public_rps": public.rps,
        "public_p50_ms": public.percentile_ms(0.5),
        "public_p95_ms": public.percentile_ms(0.95),
        "public_served_ms": round(public.served_seconds / max(len(public.times), 1) * 1000, 2),
        "not_kept_p95_ms": fresh.percentile_ms(0.95),
        "quarter_rps": quarter.rps,
        "quarter_p50_ms": quarter.percentile_ms(0.5),
        "quarter_p95_ms": quarter.percentile_ms(0.95),
        "quarter_served_ms": quarter.processor_ms,
        "failures": [failure for some in (public, fresh, quarter) for failure in some.failures][:5],
    }


def _public(numbers: list[str]) -> Address:
    """Three of ten ask for one promise, the rest for a list, half of them narrowed."""
    narrowed = [f"pillar={value}" for value in PlanPillar.values if value]
    narrowed += [f"status={value}" for value in Status.values]
    narrowed += [f"agency=A{number}" for number in range(world.AGENCIES)]
    lists = [load.request(f"/promises/?{each}") for each in narrowed]
    promises = [load.request(f"/promises/{number}/") for number in numbers[:100]]
    every = load.request("/promises/")

    def address(chance: random.Random) -> bytes:
        if chance.random() < 0.3:
            return chance.choice(promises)
        return chance.choice(lists) if chance.random() < 0.5 else every

    return address
