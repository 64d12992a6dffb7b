"""`manumit bench tips`: measure a flood of tips beside officers at work, and count what stands afterwards.

It works in a home of its own inside MANUMIT_HOME and keeps the rows it made there for the next run.
"""

import argparse
import json
import os

from manumit.project.command import surroundings
from manumit.project.command.saying import say
from manumit.project.command.source_tree import from_source_tree

NEEDS = "nothing"
BOUNDS = {"staff_p95_ms": 500, "lost": 0, "unanswered": 0}
"""The most each figure may be, at 100 tips a second for a minute, two workers on two cores."""


def arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the options."""
    parser.add_argument("--rate", type=float, default=100, help="tips a second (default 100)")
    parser.add_argument("--seconds", type=float, default=60, help="how long (default 60)")
    parser.add_argument("--cases", type=int, default=5000, help="how many cases stand beside them (default 5,000)")
    parser.add_argument("--json", action="store_true", help="print one JSON line")
    parser.add_argument("--check", action="store_true", help="fail if a figure misses its bound")


def run(options: argparse.Namespace) -> int:
    """Measure, print, and with --check say whether the bounds hold."""
    os.environ["MANUMIT_HOME"] = str(surroundings.home() / "bench-tips")
    os.environ["DJANGO_SETTINGS_MODULE"] = f"{surroundings.SETTINGS}.demo"
    with surroundings.Surroundings("database", untouched=False) as standing:
        standing.start()
        from manumit.project.installing import readiness

        readiness.make_ready()
        bench = from_source_tree("benchmarks.tips.measure")
        figures = bench.measure(options.rate, options.seconds, options.cases)
    lines = "\n".join(f"{name:16} {value}" for name, value in figures.items())
    say(json.dumps(figures) if options.json else lines)
    missed = [name for name, most in BOUNDS.items() if figures[name] > most]
    return 1 if options.check and (missed or figures["failures"]) else 0
