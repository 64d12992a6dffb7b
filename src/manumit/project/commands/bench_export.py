"""`manumit bench export`: measure how fast cases leave in each format, and in how much memory.

It works in a home of its own inside MANUMIT_HOME and keeps the cases it made there for the next run.
"""

import argparse
import json
import os
from typing import Any

from manumit.project.command import surroundings
from manumit.project.command.source_tree import from_source_tree

NEEDS = "nothing"
LEAST_ROWS_PER_S = 200
MOST_MB = 500
MOST_GROWTH_MB = 40
"""What all cases may take more than a tenth of them: no format holds the cases it wrote."""


def arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the options."""
    parser.add_argument("--cases", type=int, default=100_000, help="how many cases there are (default 100,000)")
    parser.add_argument("--json", action="store_true", help="print one JSON line")
    parser.add_argument("--check", action="store_true", help="fail if a figure misses its bound")


def run(options: argparse.Namespace) -> int:
    """Measure, print, and with --check say whether the bounds hold."""
    os.environ["MANUMIT_HOME"] = str(surroundings.home() / "bench-export")
    os.environ["DJANGO_SETTINGS_MODULE"] = f"{surroundings.SETTINGS}.demo"
    with surroundings.Surroundings("database", untouched=False) as standing:
        standing.start()
        from manumit.project.installing import readiness

        readiness.make_ready()
        figures = from_source_tree("benchmarks.exporting.measure").measure(options.cases)
    print(json.dumps(figures) if options.json else _lines(figures))
    return 1 if options.check and missed(figures) else 0


def missed(figures: dict[str, Any]) -> list[str]:
    """Return the names of the figures beyond their bound."""
    slow = ["rows_per_s"] if figures["rows_per_s"] < LEAST_ROWS_PER_S else []
    most = {"peak_mb": MOST_MB, "growth_mb": MOST_GROWTH_MB}
    return [*slow, *(name for name, bound in most.items() if figures[name] > bound)]


def _lines(figures: dict[str, Any]) -> str:
    rows = [f"{name:14} {value}" for name, value in figures.items() if name != "formats"]
    return "\n".join([*rows, *(f"{name:14} {own}" for name, own in figures["formats"].items())])
