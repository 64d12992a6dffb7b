"""`manumit bench action-plan`: measure the public's pages and a contact's quarter under load.

It works in a home of its own inside MANUMIT_HOME and keeps the rows it made there for the next run.
"""

import argparse
import json
import os

from manumit.project.command import surroundings
from manumit.project.command.saying import say
from manumit.project.command.source_tree import from_source_tree

NEEDS = "nothing"
BOUNDS = {"public_rps": (400, None), "public_p95_ms": (None, 100), "quarter_p95_ms": (None, 150)}
"""The least and the most each figure may be, at 5,000 commitments with 100,000 reports, two workers on two cores."""


def arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the options."""
    parser.add_argument("--commitments", type=int, default=5000, help="how many commitments (default 5,000)")
    parser.add_argument("--updates", type=int, default=100_000, help="how many reports in all (default 100,000)")
    parser.add_argument("--seconds", type=float, default=20, help="how long each page is asked for (default 20)")
    parser.add_argument("--json", action="store_true", help="print one JSON line")
    parser.add_argument("--check", action="store_true", help="fail if a figure misses its bound")


def run(options: argparse.Namespace) -> int:
    """Measure, print, and with --check say whether the bounds hold."""
    os.environ["MANUMIT_HOME"] = str(surroundings.home() / "bench-action-plan")
    os.environ["DJANGO_SETTINGS_MODULE"] = f"{surroundings.SETTINGS}.demo"
    with surroundings.Surroundings("database", untouched=False) as standing:
        standing.start()
        from manumit.project.installing import readiness

        readiness.make_ready()
        bench = from_source_tree("benchmarks.action_plan.measure")
        figures = bench.measure(options.commitments, options.updates, options.seconds)
    lines = "\n".join(f"{name:16} {value}" for name, value in figures.items())
    say(json.dumps(figures) if options.json else lines)
    missed = [name for name, (least, most) in BOUNDS.items() if not (least or 0) <= figures[name] <= (most or 10**9)]
    return 1 if options.check and (missed or figures["failures"]) else 0
