"""The measurement: public pages as visitors ask for them, and the quarter's page of each contact, in one run."""

import random
from typing import Any

from benchmarks.web import load, servers
from benchmarks.web.load import Address, Load
from manumit.modules.action_plan.choices import PlanPillar, Status

from . import world

CONNECTIONS = 4


def measure(commitments: int, updates: int, seconds: float) -> dict[str, Any]:
    """Fill the world, load each kind of page for `seconds`, and return the figures.

    `*_rps` are answers a second, `*_ms` milliseconds; `plain_rps` is a public list without anything kept, as the peer.
    `failures` holds answers but 200.
    """
    numbers = world.fill(commitments, updates)
    callers = world.callers()
    with servers.ours() as ours:
        public = _load(ours, _public(numbers), seconds)
        fresh = _load(ours, lambda chance: (f"/promises/?q=the+{chance.randrange(10**9)}th", {}), seconds / 2)
        quarter = _load(ours, lambda chance: ("/plan/quarter/", {"Cookie": chance.choice(callers).cookie}), seconds)
    return {
        "commitments": commitments,
        "updates": updates,
        "public_rps": public.rps,
        "public_p50_ms": public.percentile_ms(0.5),
        "public_p95_ms": public.percentile_ms(0.95),
        "not_kept_p95_ms": fresh.percentile_ms(0.95),
        "quarter_rps": quarter.rps,
        "quarter_p50_ms": quarter.percentile_ms(0.5),
        "quarter_p95_ms": quarter.percentile_ms(0.95),
        "failures": [failure for some in (public, fresh, quarter) for failure in some.failures][:5],
    }


def _load(port: int, address: Address, seconds: float) -> Load:
    load.run(port, [address] * CONNECTIONS, seconds / 5, seed=2)
    return load.run(port, [address] * CONNECTIONS, seconds)


def _public(numbers: list[str]) -> Address:
    """Three of ten ask for one promise, the rest for a list, half of them narrowed."""
    lists = ["/promises/"]
    lists += [f"/promises/?pillar={value}" for value in PlanPillar.values if value]
    lists += [f"/promises/?status={value}" for value in Status.values]
    lists += [f"/promises/?agency=A{number}" for number in range(world.AGENCIES)]
    asked = numbers[:100]

    def address(chance: random.Random) -> tuple[str, dict[str, str]]:
        if chance.random() < 0.3:
            return f"/promises/{chance.choice(asked)}/", {}
        return (chance.choice(lists) if chance.random() < 0.5 else "/promises/"), {}

    return address
