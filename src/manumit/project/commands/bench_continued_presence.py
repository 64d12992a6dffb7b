"""`manumit bench continued-presence`: measure officers at work beside many open requests.

It works in a home of its own inside MANUMIT_HOME and keeps the rows it made there for the next run.
"""

import argparse
import json
import os

from manumit.project.command import surroundings
from manumit.project.command.saying import say
from manumit.project.command.source_tree import from_source_tree

NEEDS = "nothing"
BOUNDS = {"queue_p95_ms": 150, "step_p95_ms": 100}
"""The most each figure may be, at 20,000 open requests, 200 officers, 20 s of thought, two workers on two cores."""


def arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the options."""
    parser.add_argument("--requests", type=int, default=20_000, help="how many open requests (default 20,000)")
    parser.add_argument("--officers", type=int, default=200, help="how many officers at work (default 200)")
    parser.add_argument("--seconds", type=float, default=60, help="how long they work (default 60)")
    parser.add_argument("--think", type=float, default=20, help="mean seconds of thought before each page (default 20)")
    parser.add_argument("--json", action="store_true", help="print one JSON line")
    parser.add_argument("--check", action="store_true", help="fail if a figure misses its bound")


def run(options: argparse.Namespace) -> int:
    """Measure, print, and with --check say whether the bounds hold."""
    os.environ["MANUMIT_HOME"] = str(surroundings.home() / "bench-continued-presence")
    os.environ["DJANGO_SETTINGS_MODULE"] = f"{surroundings.SETTINGS}.demo"
    with surroundings.Surroundings("database", untouched=False) as standing:
        standing.start()
        from manumit.project.installing import readiness

        readiness.make_ready()
        bench = from_source_tree("benchmarks.continued_presence.measure")
        figures = bench.measure(options.requests, options.officers, options.seconds, options.think)
    lines = "\n".join(f"{name:26} {value}" for name, value in figures.items())
    say(json.dumps(figures) if options.json else lines)
    missed = [name for name, most in BOUNDS.items() if figures[name] > most]
    return 1 if options.check and (missed or figures["failures"]) else 0
