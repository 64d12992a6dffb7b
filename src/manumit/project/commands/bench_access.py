"""`manumit bench access`: measure lists under access rules, for an owner of 3 % of the cases and for one of none.

It works in a home of its own inside MANUMIT_HOME and keeps the rows it made there for the next run.
"""

import argparse
import json
import os
from typing import Any

from manumit.project.command import surroundings
from manumit.project.command.source_tree import from_source_tree

NEEDS = "nothing"
BOUND_MS = 5.0
BOUNDED = ("owner_list_ms", "owner_next_ms", "stranger_list_ms", "stranger_next_ms")
"""The figures that may be no more than BOUND_MS, at 1,000,000 cases."""


def arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the options."""
    parser.add_argument("--rows", type=int, default=1_000_000, help="how many cases there are (default 1,000,000)")
    parser.add_argument("--json", action="store_true", help="print one JSON line")
    parser.add_argument("--check", action="store_true", help="fail if a figure misses its bound")


def run(options: argparse.Namespace) -> int:
    """Measure, print, and with --check say whether the bounds hold."""
    os.environ["MANUMIT_HOME"] = str(surroundings.home() / "bench-access")
    os.environ["DJANGO_SETTINGS_MODULE"] = f"{surroundings.SETTINGS}.demo"
    with surroundings.Surroundings("database", untouched=False) as standing:
        standing.start()
        from manumit.project.installing import readiness

        readiness.make_ready()
        figures = from_source_tree("benchmarks.access.measure").measure(options.rows)
    print(json.dumps(figures) if options.json else _lines(figures))
    return 1 if options.check and missed(figures) else 0


def missed(figures: dict[str, Any]) -> list[str]:
    """Return the names of the figures beyond their bound."""
    return [name for name in BOUNDED if figures[name] > BOUND_MS]


def _lines(figures: dict[str, Any]) -> str:
    return "\n".join(f"{name:28} {value}" for name, value in figures.items())
