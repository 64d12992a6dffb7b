"""`manumit drill inquiry`: ask in pairs about what must be answered alike; compare bodies and times.

Every inquiry is rolled back: nothing of it stays in the database.
"""

import argparse
import json
import sys

from manumit.project.command.saying import say
from manumit.project.command.source_tree import from_source_tree


def arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the options."""
    parser.add_argument("--pairs", type=int, default=2_000, help="how many pairs of inquiries (default 2,000)")
    parser.add_argument(
        "--compare", choices=("restricted", "pointer"), default="restricted",
        help="what is restricted with what nobody holds (default), or what is held as several pointers with one",
    )  # fmt: skip
    parser.add_argument("--seed", type=int, default=1, help="the same seed draws the same order (default 1)")
    parser.add_argument("--json", action="store_true", help="print one JSON line")


def run(options: argparse.Namespace) -> int:
    """Drill; status 1 if a body differed, more or less answered than may, or the medians are over 1 % apart."""
    drill = from_source_tree("tests.security.inquiry_drill").drill
    found = drill(options.pairs, compared=options.compare, seed=options.seed, progress=_progress).as_json()
    say(json.dumps(found) if options.json else "\n".join(f"{name:16} {value}" for name, value in found.items()))
    return 0 if found["ok"] else 1


def _progress(done: int) -> None:
    if sys.stderr.isatty():
        sys.stderr.write(f"\r{done} pairs")
