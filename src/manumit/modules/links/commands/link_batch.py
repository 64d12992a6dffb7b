"""`manumit link batch`: look at everything that may be matched, raise candidates and end those that no longer hold.

Broken off, it goes on where it was. The same runs each night.
"""

import argparse
import json
import sys
import time

NEEDS = "database"


def arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the options."""
    parser.add_argument("--profile", help="one profile only; all where left out")
    parser.add_argument("--anew", action="store_true", help="begin from the start, though a run was broken off")


def run(options: argparse.Namespace) -> int:
    """Look, tell progress on standard error, and print one JSON line a profile."""
    from manumit.spine.matching.linkable import profiles

    from ..batching import look_at_all

    known = profiles()
    wanted = [options.profile] if options.profile else known
    if not set(wanted) <= set(known):
        sys.stderr.write(f"Nothing is compared by {options.profile}: name one of {', '.join(known)}.\n")
        return 1
    for profile in wanted:
        began = time.monotonic()
        found = look_at_all(profile, _progress, anew=options.anew)
        said = {"profile": profile, "records": found.records, "pairs": found.pairs, "begun_at": str(found.begun_at)}
        sys.stdout.write(json.dumps({**said, "seconds": round(time.monotonic() - began, 2)}) + "\n")
    return 0


def _progress(done: int) -> None:
    sys.stderr.write(f"{done} records\n")
