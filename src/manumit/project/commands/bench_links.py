"""`manumit bench links`: ask "who could this be?" through the web stack, with access and audit, and raise candidates.

It works in a home of its own inside MANUMIT_HOME, one a world, and keeps the rows it made there for the next run.
"""

import argparse
import json
import os
from typing import Any

from manumit.project.command import surroundings
from manumit.project.command.source_tree import from_source_tree

NEEDS = "nothing"
BOUNDS_MS = {"p95_ms": 60.0, "raise_processor_ms": 20.0}
"""The most that each figure may be: asked at 1,000,000 records, two workers on two cores."""


def arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the options."""
    worlds = "persons: names as often as they are borne (default); sample: the sample data, where very many are alike"
    parser.add_argument("--world", choices=("persons", "sample"), default="persons", help=worlds)
    parser.add_argument("--cases", type=int, default=1_000_000, help="how many cases there are (default 1,000,000)")
    parser.add_argument("--seconds", type=float, default=20, help="how long is asked (default 20)")
    parser.add_argument("--connections", type=int, default=1, help="how many ask at once (default 1)")
    parser.add_argument("--standing", action="store_true", help="ask the indexes of an earlier run, and build none")
    parser.add_argument("--json", action="store_true", help="print one JSON line")
    parser.add_argument("--check", action="store_true", help="fail if a figure misses its bound")


def run(options: argparse.Namespace) -> int:
    """Measure, print, and with --check say whether the bounds hold."""
    os.environ["MANUMIT_HOME"] = str(surroundings.home() / f"bench-links-{options.world}")
    os.environ["DJANGO_SETTINGS_MODULE"] = f"{surroundings.SETTINGS}.demo"
    with surroundings.Surroundings("database", untouched=False) as standing:
        standing.start()
        from manumit.project.installing import readiness

        readiness.make_ready()
        measure = from_source_tree("benchmarks.links.measure").measure
        asked = (options.world, options.cases, options.seconds, options.connections)
        figures = measure(*asked, standing=options.standing)
    print(json.dumps(figures) if options.json else _lines(figures))
    return 1 if options.check and (missed(figures) or figures["failures"]) else 0


def missed(figures: dict[str, Any]) -> list[str]:
    """Return the names of the figures beyond their bound."""
    return [name for name, most in BOUNDS_MS.items() if figures[name] > most]


def _lines(figures: dict[str, Any]) -> str:
    return "\n".join(f"{name:20} {value}" for name, value in figures.items())
