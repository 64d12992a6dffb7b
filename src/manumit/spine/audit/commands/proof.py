"""`manumit audit proof`: prove to an outsider that an entry is in the log, and that the log only grew."""

import json
import sys
from argparse import ArgumentParser, Namespace

from ..connecting import connection
from ..evidence import Tampered
from ..outside import Outside
from ..proving import NotSealed, proof

REFUSED = 1


def arguments(parser: ArgumentParser) -> None:
    """Declare the options."""
    parser.add_argument("entry_id", type=int, help="the id of the entry, as its record's history shows it")
    parser.add_argument("--since", type=int, metavar="SIZE", help="also prove that the tree of this size is a prefix")


def run(args: Namespace) -> int:
    """Print the proof as JSON; status 1 and a reason if there is none."""
    try:
        with connection() as opened:
            shown = proof(opened, Outside.of_this_install(), args.entry_id, args.since)
    except (NotSealed, IndexError, Tampered) as reason:
        sys.stderr.write(f"No proof: {reason}\n")
        return REFUSED
    sys.stdout.write(json.dumps(shown, indent=2, ensure_ascii=False) + "\n")
    return 0
