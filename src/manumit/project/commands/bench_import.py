"""`manumit bench import`: measure how fast a table becomes cases, search included, and in how much memory.

It works in a home of its own inside MANUMIT_HOME; each run adds an agency with cases of its own to what is there.
"""

import argparse
import gc
import json
import os
from typing import Any

from manumit.project.command import surroundings
from manumit.project.command.source_tree import from_source_tree

NEEDS = "nothing"
LEAST_ROWS_PER_S = 1_500
MOST_MB = 1_000


def arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the options."""
    parser.add_argument("--rows", type=int, default=1_000_000, help="how many rows are imported (default 1,000,000)")
    parser.add_argument("--json", action="store_true", help="print one JSON line")
    parser.add_argument("--check", action="store_true", help="fail if a figure misses its bound")


def run(options: argparse.Namespace) -> int:
    """Measure, print, and with --check say whether the bounds hold."""
    os.environ["MANUMIT_HOME"] = str(surroundings.home() / "bench-import")
    os.environ["DJANGO_SETTINGS_MODULE"] = f"{surroundings.SETTINGS}.demo"
    with surroundings.Surroundings("database", untouched=False) as standing:
        standing.start()
        from manumit.project.installing import readiness

        readiness.make_ready()
        gc.freeze()
        figures = from_source_tree("benchmarks.importing.measure").measure(options.rows)
    print(json.dumps(figures) if options.json else _lines(figures))
    return 1 if options.check and missed(figures) else 0


def missed(figures: dict[str, Any]) -> list[str]:
    """Return the names of the figures beyond their bound."""
    slow = ["rows_per_s"] if figures["rows_per_s"] < LEAST_ROWS_PER_S else []
    return [*slow, *(["peak_mb"] if figures["peak_mb"] > MOST_MB else [])]


def _lines(figures: dict[str, Any]) -> str:
    return "\n".join(f"{name:28} {value}" for name, value in figures.items())
