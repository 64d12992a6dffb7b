"""`manumit drill continued-presence`: walk random ways through the procedure, each step foretold by a model.

Every way is rolled back: nothing of it stays in the database.
"""

import argparse
import json
import sys

from ..proofs.drill import drill


def arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the options."""
    parser.add_argument("--paths", type=int, default=50_000, help="how many ways (default 50,000)")
    parser.add_argument("--steps", type=int, default=14, help="steps of each (default 14)")
    parser.add_argument("--seed", type=int, default=1, help="the same seed walks the same ways (default 1)")
    parser.add_argument("--json", action="store_true", help="print one JSON line")


def run(options: argparse.Namespace) -> int:
    """Drill; status 1 at the first step that went otherwise than foretold."""
    found = drill(options.paths, steps=options.steps, seed=options.seed, progress=_progress)
    told = found.as_json()
    lines = "\n".join(f"{name:14} {value}" for name, value in told.items())
    sys.stdout.write(f"{json.dumps(told) if options.json else lines}\n")
    return 1 if found.disagreement else 0


def _progress(done: int) -> None:
    if sys.stderr.isatty():
        sys.stderr.write(f"\r{done} ways")
