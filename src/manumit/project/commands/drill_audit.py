"""`manumit drill audit`: tamper with a log at random as superuser, and see that each time the check finds where.

Works in a home and a database of its own inside MANUMIT_HOME; the log of the installation is not touched.
"""

import argparse
import json
import tempfile
from pathlib import Path

import psycopg

from manumit.project.command import scratch, surroundings
from manumit.project.command.saying import say

NEEDS = "nothing"


def arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the options."""
    parser.add_argument("--mutations", type=int, default=10_000, help="how many times (default 10,000)")
    parser.add_argument("--entries", type=int, default=400, help="how long a log (default 400)")
    parser.add_argument("--seed", type=int, default=1, help="the same seed tampers the same way (default 1)")
    parser.add_argument("--json", action="store_true", help="print one JSON line")


def run(options: argparse.Namespace) -> int:
    """Drill; status 1 if any mutation was missed or its first place named wrongly."""
    with scratch.database("drill-audit") as superuser, tempfile.TemporaryDirectory(dir=surroundings.home()) as home:
        from manumit.spine.audit.proofs.drill import drill

        with psycopg.connect(superuser.conninfo, autocommit=True) as intruder:
            found = drill(intruder, Path(home), options.mutations, size=options.entries, seed=options.seed).as_json()
    say(json.dumps(found) if options.json else "\n".join(f"{name:16} {value}" for name, value in found.items()))
    return 0 if found["named"] == found["mutations"] else 1
