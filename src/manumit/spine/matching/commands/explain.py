"""`manumit link explain`: print how two things score against each other, step by step, as JSON."""

import argparse
import json
import sys
from dataclasses import asdict

NEEDS = "database"


def arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the options."""
    parser.add_argument("left", help="the key of one, such as vehicle:suspect:17:3")
    parser.add_argument("right")
    parser.add_argument("--profile", required=True)
    parser.add_argument("--model", default="", help="the version of the weights; those in use where left out")
    parser.add_argument("--by", metavar="EMAIL", required=True, help="who asks: they must be allowed to read both")
    parser.add_argument("--agency", metavar="SHORT_NAME")
    parser.add_argument("--purpose", default="investigation")


def run(options: argparse.Namespace) -> int:
    """Score the two and print the waterfall; weights are millibits and add up."""
    from ..actions.ask import explain
    from ..keys import Key
    from .query import asker

    actor = asker(options)
    found = actor and explain(actor, options.profile, Key.parse(options.left), Key.parse(options.right), options.model)
    if not found:
        sys.stderr.write("Not explained: one of the two is not there for you, or may not be matched now.\n")
        return 1
    sys.stdout.write(json.dumps(asdict(found), ensure_ascii=False, indent=1) + "\n")
    return 0
