"""`manumit bench audit`: how fast the log verifies, and what it costs those who write.

Works in a home and a database of its own inside MANUMIT_HOME.
"""

import argparse
import json

from manumit.project.command import scratch
from manumit.project.command.saying import say
from manumit.project.command.source_tree import from_source_tree

NEEDS = "nothing"
MOST_SECONDS, LEAST_RATIO = 10, 0.8
"""Bounds of a check of 1,000,000 entries, and of 8 writers' speed with the log over that without, on two cores."""


def arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the options."""
    parser.add_argument("--entries", type=int, default=1_000_000, help="how many entries to verify (default 1,000,000)")
    parser.add_argument("--writers", type=int, default=8, help="how many write at a time (default 8)")
    parser.add_argument("--seconds", type=float, default=20, help="how long with and without the log (default 20)")
    parser.add_argument("--json", action="store_true", help="print one JSON line")
    parser.add_argument("--check", action="store_true", help="fail if a figure misses its bound")


def run(options: argparse.Namespace) -> int:
    """Measure, print, and with --check say whether the bounds hold."""
    with scratch.database("bench-audit"):
        figures = from_source_tree("benchmarks.audit.measure").measure(
            options.entries, options.writers, options.seconds
        )
    say(json.dumps(figures) if options.json else "\n".join(f"{name:24} {value}" for name, value in figures.items()))
    return 1 if options.check and _missed(figures) else 0


def _missed(figures: dict[str, float]) -> bool:
    return figures["verify_seconds"] >= MOST_SECONDS or figures["writers_ratio"] < LEAST_RATIO
