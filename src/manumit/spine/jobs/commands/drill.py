"""`manumit drill jobs`: kill workers at random moments and check that every job is done, its deed once.

Its jobs write entries of kind `drill` into the audit log, where they stay: use an install made for trials.
"""

import argparse
import json
import sys

from ..drill import Drill


def arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the options."""
    parser.add_argument("--kills", type=int, default=20, help="how many workers to kill (default 20)")
    parser.add_argument("--seed", type=int, help="kill at the moments of that run again")
    parser.add_argument("--json", action="store_true", help="print one JSON line")


def run(options: argparse.Namespace) -> int:
    """Drill; status 1 if a job was lost or a deed done twice."""
    outcome = Drill(options.kills, options.seed).run()
    found = outcome.as_json()
    lines = [json.dumps(found)] if options.json else [f"{name:14} {value}" for name, value in found.items()]
    sys.stdout.write("\n".join(lines) + "\n")
    return 0 if outcome.ok else 1
