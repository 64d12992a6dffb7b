"""`manumit drill postgres`: kill the embedded database at random moments and check that each start heals it.

Works in a folder of its own inside MANUMIT_HOME and removes it afterwards; the installation's database is not touched.
"""

import argparse
import json
import secrets

from manumit.project.command import surroundings
from manumit.project.command.saying import say
from manumit.project.database.drill import Drill

NEEDS = "nothing"


def arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the options."""
    parser.add_argument("--kills", type=int, default=20, help="how many times (default 20)")
    parser.add_argument("--seed", type=int, help="kill at the moments of that run again")
    parser.add_argument("--json", action="store_true", help="print one JSON line")


def run(options: argparse.Namespace) -> int:
    """Drill; status 1 if anything acknowledged was lost or a start did not heal."""
    seed = secrets.randbelow(1_000_000) if options.seed is None else options.seed
    found = Drill(surroundings.home() / "drill-postgres", seed).run(options.kills).as_json() | {"seed": seed}
    say(json.dumps(found) if options.json else "\n".join(f"{name:16} {value}" for name, value in found.items()))
    return 0 if found["ok"] else 1
