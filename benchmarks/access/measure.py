"""The measurement: medians over the pages of a list, from the call to the rows in hand."""

import statistics
import time
from collections.abc import Callable
from typing import Any

from manumit.modules.cases.models import Case
from manumit.modules.cases.questions import LIST_COLUMNS
from manumit.spine.identity.actor import Actor

from . import world

TIMES = 41
DEEP_PAGES = 200


def measure(rows: int) -> dict[str, Any]:
    """Return milliseconds a page (25 rows, who may read names annotated) for each asker, at `rows` cases.

    `list` is the first page, `next` the second, `deep` the one after 5,000 rows (or the last), `count` a count to
    1,000.
    """
    found = world.build(rows)
    figures: dict[str, Any] = {"rows": rows}
    for name, actor in found.actors.items():
        figures.update({f"{name}_{what}_ms": value for what, value in _of(actor).items()})
    return figures


def _of(actor: Actor) -> dict[str, float]:
    first = page(actor)
    deep = _deep(actor)
    return {
        "list": _median(lambda: page(actor)),
        "next": _median(lambda: page(actor, first)),
        "deep": _median(lambda: page(actor, deep)),
        "count": _median(lambda: Case.objects.count_visible(actor)),
    }


def page(actor: Actor, after: str | None = None, limit: int = 25) -> str | None:
    """Fetch a page as the list of cases does, and return the key of the next."""
    return Case.objects.page(actor, after=after, limit=limit, readable=("people",), columns=LIST_COLUMNS).next_key


def _deep(actor: Actor) -> str | None:
    """Return the key 5,000 rows down, or of the last page there is."""
    return page(actor, limit=DEEP_PAGES * 25) or page(actor)


def _median(call: Callable[[], object]) -> float:
    times = []
    for _ in range(TIMES):
        start = time.perf_counter()
        call()
        times.append((time.perf_counter() - start) * 1000)
    return round(statistics.median(times), 2)
