"""`manumit drill matching`: kill the product while it indexes, raises candidates and learns; judge what is left.

Works in a folder of its own inside MANUMIT_HOME, made anew each time; the installation is not touched.
"""

import argparse
import json
import secrets

from manumit.project.command import scratch
from manumit.project.command.saying import say
from manumit.project.command.source_tree import from_source_tree

NEEDS = "nothing"


def arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the options."""
    parser.add_argument("--kills", type=int, default=100, help="how many times (default 100)")
    parser.add_argument("--seed", type=int, help="kill in the order of that run again")
    parser.add_argument("--json", action="store_true", help="print one JSON line")


def run(options: argparse.Namespace) -> int:
    """Drill; status 1 if the index differs from one built from scratch, a candidate is lost or somebody told twice."""
    seed = secrets.randbelow(1_000_000) if options.seed is None else options.seed
    scratch.home("drill-matching")
    found = from_source_tree("tests.faults.matching.drill").Drill(seed).run(options.kills) | {"seed": seed}
    say(json.dumps(found) if options.json else "\n".join(f"{name:16} {value}" for name, value in found.items()))
    return 0 if found["ok"] else 1
