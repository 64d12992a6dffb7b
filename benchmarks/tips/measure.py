"""The measurement: tips by the clock, officers by the clock beside them, and what stands afterwards."""

import re
from typing import Any
from urllib.parse import urlencode

from benchmarks.web import servers
from manumit.modules.tips import form_token
from manumit.modules.tips.pages.public.give_tip import USE

from . import arrivals, world

STAFF_RATE = 5.0
"""Pages a second that officers open: thirty people who open one every six seconds."""
SENDERS, STAFF_SENDERS = 64, 16
NUMBER = re.compile(rb'id="number">([^<]+)<')


def measure(rate: float, seconds: float, cases: int) -> dict[str, Any]:
    """Send `rate` tips a second for `seconds` while officers work, and return the figures.

    `lost` are tips that were acknowledged and do not stand; `unanswered` those that got no number. Times are
    milliseconds from when a request was due, `quiet_p95_ms` the officers' before the flood.
    """
    staff = world.prepare(cases)
    with servers.ours() as ours:
        for request in _pages(staff, 4):
            arrivals.ask(ours.port, request)
        quiet = arrivals.Stream(_pages(staff, int(STAFF_RATE * min(seconds, 10))), STAFF_RATE, STAFF_SENDERS)
        arrivals.run(ours.port, [quiet])
        flood = arrivals.Stream([_tip(place) for place in range(int(rate * seconds))], rate, SENDERS)
        work = arrivals.Stream(_pages(staff, int(STAFF_RATE * seconds)), STAFF_RATE, STAFF_SENDERS)
        before = ours.spent()
        took = arrivals.run(ours.port, [flood, work])
        served = ours.spent() - before
    numbers = [found[1].decode() for answer in flood.heard.values() if (found := NUMBER.search(answer))]
    return {
        "tips": len(flood.requests), "rate": rate, "took_s": round(took, 1), "acknowledged": len(set(numbers)),
        "unanswered": len(flood.requests) - len(numbers), "lost": len(set(numbers)) - world.kept(numbers),
        "tip_p50_ms": flood.seen.percentile_ms(0.5), "tip_p95_ms": flood.seen.percentile_ms(0.95),
        "staff_pages": len(work.seen.times), "staff_p50_ms": work.seen.percentile_ms(0.5),
        "staff_p95_ms": work.seen.percentile_ms(0.95), "quiet_p95_ms": quiet.seen.percentile_ms(0.95),
        "served_ms": round(served / (len(flood.requests) + len(work.requests)) * 1000, 2),
        "failures": [*flood.seen.failures, *work.seen.failures, *quiet.seen.failures][:5],
    }  # fmt: skip


def _tip(place: int) -> bytes:
    said = {
        "token": form_token.issue(USE), "what": f"Tip {place} of the benchmark: a grey van at the depot, after ten.",
        "place": "The bus depot", "time": "Last night", "vehicle": "Grey van", "danger": "no",
    }  # fmt: skip
    said |= {"name": "Somebody", "telephone": "406 555 0100", "safe": "yes"} if place % 3 == 0 else {}
    body = urlencode(said).encode()
    head = f"POST /tip/at/{world.ADDRESS}/?language={'es' if place % 5 == 0 else 'en'} HTTP/1.1"
    lines = [head, "Host: 127.0.0.1", "Content-Type: application/x-www-form-urlencoded", "Connection: close"]
    return "\r\n".join([*lines, f"Content-Length: {len(body)}", "", ""]).encode() + body


def _pages(staff: world.Staff, count: int) -> list[bytes]:
    """Return `count` pages: the list of cases, one case, the queue of triage, home."""
    asked = [
        ("/cases/", staff.investigator), ("/cases/{}/", staff.investigator), ("/tips/queue/", staff.triage),
        ("/", staff.triage),
    ]  # fmt: skip
    return [_get(*asked[place % 4], staff.cases[place % len(staff.cases)]) for place in range(count)]


def _get(path: str, cookie: str, case: str) -> bytes:
    lines = [f"GET {path.format(case)} HTTP/1.1", "Host: 127.0.0.1", "Accept: text/html", f"Cookie: {cookie}"]
    return "\r\n".join([*lines, "Connection: close", "", ""]).encode()
