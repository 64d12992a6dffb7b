"""`manumit drill links`: ask questions in pairs, one that a hidden record fits and one that nothing fits, and compare.

Everything is invented and rolled back: nothing of it stays.
"""

import argparse
import json
import sys


def arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the options."""
    parser.add_argument("--pairs", type=int, default=2000, help="how many pairs of questions (default 2000)")
    parser.add_argument("--records", type=int, default=400, help="invented records of each sort (default 400)")
    parser.add_argument("--few", type=int, default=2000, help="0: ask round by round what may be seen (default 2000)")
    parser.add_argument("--seed", type=int, default=1, help="the same seed asks the same questions (default 1)")
    parser.add_argument("--json", action="store_true", help="print one JSON line")


def run(options: argparse.Namespace) -> int:
    """Drill; status 1 where an answer named, or was changed by, what is hidden."""
    from ..proofs.drill import drill

    found = drill(options.pairs, records=options.records, seed=options.seed, few=options.few, told=_progress)
    told = found.as_json()
    lines = "\n".join(f"{name:12} {value}" for name, value in told.items())
    sys.stdout.write(f"{json.dumps(told) if options.json else lines}\n")
    return 1 if found.leaks or found.differing else 0


def _progress(done: int) -> None:
    sys.stderr.write(f"{done} pairs\n")
