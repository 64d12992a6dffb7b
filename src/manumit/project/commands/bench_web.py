"""`manumit bench web`: measure list, case, search and map pages under load, beside plain Django views of the same rows.

It works in a home of its own inside MANUMIT_HOME and keeps the rows it made there for the next run.
"""

import argparse
import json
import os
from typing import Any

from manumit.project.command import surroundings
from manumit.project.command.source_tree import from_source_tree

NEEDS = "nothing"
BOUNDS = {
    "list_rps": (300, None),
    "list_p95_ms": (None, 150),
    "case_p95_ms": (None, 80),
    "search_p95_ms": (None, 200),
    "common_word_p95_ms": (None, 400),
    "facet_p95_ms": (None, 400),
    "map_p95_ms": (None, 300),
    "long_case_p95_ms": (None, 120),
}
"""The least and the most each figure may be, at 1,000,000 cases and 5,000,000 events, two workers on two cores."""


def arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the options."""
    parser.add_argument("--cases", type=int, default=1_000_000, help="how many cases there are (default 1,000,000)")
    parser.add_argument("--seconds", type=float, default=20, help="how long each page is asked for (default 20)")
    parser.add_argument("--json", action="store_true", help="print one JSON line")
    parser.add_argument("--check", action="store_true", help="fail if a figure misses its bound")


def run(options: argparse.Namespace) -> int:
    """Measure, print, and with --check say whether the bounds hold."""
    os.environ["MANUMIT_HOME"] = str(surroundings.home() / "bench-web")
    os.environ["DJANGO_SETTINGS_MODULE"] = f"{surroundings.SETTINGS}.demo"
    with surroundings.Surroundings("database", untouched=False) as standing:
        standing.start()
        from manumit.project.installing import readiness

        readiness.make_ready()
        figures = from_source_tree("benchmarks.web.measure").measure(options.cases, options.seconds)
    print(json.dumps(figures) if options.json else _lines(figures))
    return 1 if options.check and (missed(figures) or figures["failures"]) else 0


def missed(figures: dict[str, Any]) -> list[str]:
    """Return the names of the figures outside their bounds."""
    return [
        name
        for name, (least, most) in BOUNDS.items()
        if figures[name] is None
        or (least is not None and figures[name] < least)
        or (most is not None and figures[name] > most)
    ]


def _lines(figures: dict[str, Any]) -> str:
    return "\n".join(f"{name:16} {value}" for name, value in figures.items())
