"""The measurement: a world's cases, their indexes, questions through the web, and candidates raised."""

import http.client
import json
import random
import time
from collections.abc import Callable, Sequence
from typing import Any

import psutil
from django.db import connection

from benchmarks.web import load, servers, world
from manumit.modules.links.batching import must_be_measured
from manumit.modules.links.jobs import AT_ONCE, find_links
from manumit.spine.administration.actions.create_token import create_token
from manumit.spine.matching import indexing
from manumit.spine.matching.asking import search_all
from manumit.spine.matching.linkable import linkables, profiles
from manumit.spine.matching.question import Question

from .worlds import WORLDS, LinkWorld, Told

PATH = "/api/v1/links/who"
ASKED = 500
"""How many descriptions are asked, in turn."""
RAISED = 300
"""Cases whose candidates are raised."""


def measure(name: str, cases: int, seconds: float, connections: int, *, standing: bool) -> dict[str, Any]:
    """Fill a world with `cases`, build the indexes, ask for `seconds`, raise the candidates of some; return figures.

    Where those of an earlier run are `standing`, they are asked as they are.

    `*_ms` are milliseconds: `p50_ms` and `p95_ms` until an answer came, `processor_ms` what it took web process and
    database together, `raise_processor_ms` what raising the candidates of a case took this process and the database;
    `index_per_s` are things a second of the same. `recall_at_*` are of the people described whom the asker may read.
    """
    chosen = WORLDS[name]
    chosen.fill(cases)
    _fresh_statistics()
    built = _stood() if standing else _built(chosen, cases)
    raised = _raised()
    caller = world.callers()[0].actor
    token = create_token(caller, "Bench", ["links:read"], days=2)
    number = _case_of(caller)
    told = chosen.told(caller, ASKED)
    requests = [_request(token, _body(number, each.facts)) for each in told]
    with servers.ours() as site:
        load.run(site.port, [lambda chance: chance.choice(requests)], seconds / 5, seed=2)
        before = site.spent()
        seen = load.run(site.port, [lambda chance: chance.choice(requests)] * connections, seconds)
        seen.served_seconds = site.spent() - before
        recall = _recall(site.port, token, number, told)
    return {
        "world": name, "cases": cases, **built, "asked": len(seen.times), "p50_ms": seen.percentile_ms(0.5),
        "p95_ms": seen.percentile_ms(0.95), "processor_ms": seen.processor_ms, **recall, "raise_processor_ms": raised,
        "failures": seen.failures[:5],
    }  # fmt: skip


def _built(chosen: LinkWorld, cases: int) -> dict[str, Any]:
    """Build the indexes, that of people under the world's weights."""
    model, spent = chosen.model(cases), _spent()
    sizes = {profile: indexing.build(profile, model if profile == "person" else None) for profile in profiles()}
    indexed = sum(sizes.values())
    return {"people": sizes["person"], "indexed": indexed, "index_per_s": round(indexed / spent())}


def _stood() -> dict[str, Any]:
    sizes = {profile: len(indexing.opened(indexing.standing(profile))) for profile in profiles()}
    return {"people": sizes["person"], "indexed": sum(sizes.values())}


def _fresh_statistics() -> None:
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE")


def _recall(port: int, token: str, number: str, told: Sequence[Told]) -> dict[str, Any]:
    """Ask each description once, and see at which rank the person it is of stands."""
    known = [each for each in told if each.truth]
    ranks = [_rank(port, token, _body(number, each.facts), str(each.truth)) for each in known]
    return {
        f"recall_at_{top}": round(sum(0 < rank <= top for rank in ranks) / len(ranks), 4) if ranks else None
        for top in (1, 10)
    }


def _rank(port: int, token: str, body: bytes, truth: str) -> int:
    """Return the rank of `truth` in the answer, 0 where it is not there."""
    link = http.client.HTTPConnection("127.0.0.1", port, timeout=60)
    headers = {"Content-Type": "application/json", "Authorization": f"Bearer {token}"}
    link.request("POST", PATH, body, headers)
    items = json.loads(link.getresponse().read())["items"]
    link.close()
    return next((item["rank"] for item in items if item["profile"] == "person" and item["key"] == truth), 0)


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
    for each in linkables():
        for profile in each.profiles:
            search_all(Question(profile, each.name, {}), 1)  # as in a worker, which has its indexes open
    for profile in profiles():
        must_be_measured(profile)  # as on any day but the first
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
