"""`manumit drill releases`: walk random histories of releases, each step and each read foretold by a model.

Every world of histories is rolled back: nothing of it stays in the database.
"""

import argparse
import json
import sys

from ..proofs.drill import drill


def arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the options."""
    parser.add_argument("--histories", type=int, default=20_000, help="how many (default 20,000)")
    parser.add_argument(
        "--steps",
        type=int,
        default=4,
        help="rounds: in each a deed of its own and one that reaches all of its world (default 4)",
    )
    parser.add_argument("--seed", type=int, default=1, help="the same seed walks the same histories (default 1)")
    parser.add_argument("--json", action="store_true", help="print one JSON line")


def run(options: argparse.Namespace) -> int:
    """Drill; status 1 at the first step that went otherwise, or when somebody read what they may not."""
    found = drill(options.histories, steps=options.steps, seed=options.seed, progress=_progress)
    told = found.as_json()
    lines = "\n".join(f"{name:14} {value}" for name, value in told.items())
    sys.stdout.write(f"{json.dumps(told) if options.json else lines}\n")
    return 1 if found.disagreement else 0


def _progress(done: int) -> None:
    if sys.stderr.isatty():
        sys.stderr.write(f"\r{done} histories")
