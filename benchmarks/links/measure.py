"""The measurement: cases of the sample data, their indexes, questions through the web, and candidates raised."""

import json
import random
import time
from collections.abc import Callable
from typing import Any

import psutil
from django.db import connection

from benchmarks.web import load, servers, world
from manumit.modules.links.jobs import AT_ONCE, find_links
from manumit.spine.administration.actions.create_token import create_token
from manumit.spine.matching import indexing
from manumit.spine.matching.linkable import profiles
from manumit.spine.matching.reading import held

PATH = "/api/v1/links/who"
ASKED = 500
"""How many descriptions are asked, in turn."""
RAISED = 300
"""Cases whose candidates are raised."""
PLACES = 26


def measure(cases: int, seconds: float, connections: int) -> dict[str, Any]:
    """Fill the world with `cases`, build the indexes, ask for `seconds`, raise the candidates of some; return figures.

    `*_ms` are milliseconds: `p50_ms` and `p95_ms` until an answer came, `processor_ms` what it took web process and
    database together, `raise_processor_ms` what raising the candidates of a case took this process and the database.
    """
    world.fill(cases)
    began = time.monotonic()
    sizes = {profile: indexing.build(profile) for profile in profiles()}
    built = time.monotonic() - began
    raised = _raised()
    caller = world.callers()[0].actor
    token = create_token(caller, "Bench", ["links:read"], days=2)
    number = _case_of(caller)
    bodies = [_body(number, facts) for facts in _descriptions()]
    with servers.ours() as site:
        asked = [_request(token, body) for body in bodies]
        load.run(site.port, [lambda chance: chance.choice(asked)], seconds / 5, seed=2)
        before = site.spent()
        seen = load.run(site.port, [lambda chance: chance.choice(asked)] * connections, seconds)
        seen.served_seconds = site.spent() - before
    return {
        "cases": cases, "indexed": sum(sizes.values()), "index_per_s": round(sum(sizes.values()) / built),
        "asked": len(seen.times), "p50_ms": seen.percentile_ms(0.5), "p95_ms": seen.percentile_ms(0.95),
        "processor_ms": seen.processor_ms, "raise_processor_ms": raised, "failures": seen.failures[:5],
    }  # fmt: skip


def _descriptions() -> list[dict[str, Any]]:
    """Return what is known of some missing people, as somebody might tell it: a letter off, the age alone."""
    chance = random.Random(3)
    ids = indexing.record_ids("case")
    chance.shuffle(ids)
    told: list[dict[str, Any]] = []
    for key, thing in held("case", ids[: 8 * ASKED]):
        if key.name == "missing_person" and thing.facts.get("names"):
            told.append(_told(dict(thing.facts), chance))
    return told[:ASKED]


def _told(facts: dict[str, Any], chance: random.Random) -> dict[str, Any]:
    name = dict(facts["names"][0])
    family = name.get("family", "")
    place = chance.randrange(len(family)) if family else 0
    name["family"] = family[:place] + chr(97 + chance.randrange(PLACES)) + family[place + 1 :]
    kept = {field: facts[field] for field in ("birth", "sex", "height", "places") if facts.get(field)}
    return {"names": [name], **kept}


def _case_of(actor: Any) -> str:
    from manumit.modules.cases.models import Case

    return str(Case.objects.visible_to(actor).filter(owner=actor.agency_id).order_by("pk")[0].number)


def _body(number: str, facts: dict[str, Any]) -> bytes:
    body = {"case_number": number, "why": "A benchmark", "name": "missing_person", "facts": facts}
    return json.dumps(body, default=str).encode()


def _request(token: str, body: bytes) -> bytes:
    lines = [
        f"POST {PATH} HTTP/1.1", "Host: 127.0.0.1", "Content-Type: application/json", f"Authorization: Bearer {token}",
        f"Content-Length: {len(body)}",
    ]  # fmt: skip
    return "\r\n".join([*lines, "", ""]).encode("ascii") + body


def _raised() -> float:
    """Return the processor milliseconds that raising the candidates of a case takes, as the job after a save does."""
    ids = indexing.record_ids("case")
    random.Random(5).shuffle(ids)
    some = ids[:RAISED]
    spent = _spent()
    for start in range(0, len(some), AT_ONCE):
        find_links(kind="case", ids=some[start : start + AT_ONCE])
    return round(1000 * spent() / len(some), 1)


def _spent() -> Callable[[], float]:
    """Return what tells the seconds of processor time that this process and its database spent since now."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_backend_pid()")
        (pid,) = cursor.fetchone() or (0,)
    backend = psutil.Process(pid)

    def now() -> float:
        times = backend.cpu_times()
        return time.process_time() + times.user + times.system

    began = now()
    return lambda: now() - began
