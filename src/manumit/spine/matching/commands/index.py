"""`manumit link index`: build the indexes of matching anew, or take in what waits."""

import argparse
import json
import sys
import time

NEEDS = "database"


def arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the options."""
    parser.add_argument("--profile", help="one profile only; all where left out")
    parser.add_argument("--take-in", action="store_true", help="take in what waits, and build nothing")


def run(options: argparse.Namespace) -> int:
    """Build or take in, tell progress on standard error, and print one JSON line a profile."""
    from .. import indexing
    from ..linkable import profiles

    for profile in [options.profile] if options.profile else profiles():
        began = time.monotonic()
        done = _taken_in(profile) if options.take_in else indexing.build(profile, told=_progress)
        row = indexing.standing(profile)
        said = {"profile": profile, "taken_in" if options.take_in else "records": done, "model": row.model.version}
        sys.stdout.write(json.dumps({**said, "seconds": round(time.monotonic() - began, 2)}) + "\n")
    return 0


def _taken_in(profile: str) -> int:
    from .. import indexing

    whole = 0
    while some := indexing.take_in(profile):
        whole += some
        _progress(whole)
    return whole


def _progress(done: int) -> None:
    sys.stderr.write(f"{done} records\n")
