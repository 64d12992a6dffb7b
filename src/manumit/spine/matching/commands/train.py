"""`manumit link train`: learn the weights of a profile from the records here, keep them, and build its index anew."""

import argparse
import json
import sys

NEEDS = "database"


def arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the options."""
    parser.add_argument("--profile", required=True)
    parser.add_argument("--dry-run", action="store_true", help="say what would be learned, and keep nothing")


def run(options: argparse.Namespace) -> int:
    """Train, tell progress on standard error, and print one JSON line with the versions before and after."""
    from .. import indexing, weights
    from ..learning import learned

    before = weights.current(options.profile)
    model, records, opened = learned(options.profile, before, _progress)
    said = {"profile": options.profile, "records": records, "open_records": opened, "before": before.version}
    if not options.dry_run:
        said["indexed"] = indexing.build(options.profile, model, lambda done: _progress("records indexed", done))
    sys.stdout.write(json.dumps({**said, "model": model.version, "made_from": model.made_from}) + "\n")
    return 0


def _progress(step: str, done: int) -> None:
    sys.stderr.write(f"{done} {step}\n")
