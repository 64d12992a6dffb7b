"""`manumit keys rotate`: wrap every record's key with a new wrapping key; no sealed value is touched."""

import argparse
import json
import sys
from dataclasses import asdict

from ..sealed.errors import KeyMissing
from ..sealed.rotating import rotate


def arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the options."""
    parser.add_argument("--retire", action="store_true", help="take older keys that wrap nothing out of the file")
    parser.add_argument("--json", action="store_true", help="print one JSON line")


def run(options: argparse.Namespace) -> int:
    """Rotate; may be repeated after an interruption. Status 1 if a key is missing."""
    try:
        done = rotate(retire=options.retire)
    except KeyMissing as reason:
        sys.stderr.write(f"Not rotated: {reason}\n")
        return 1
    text = f"{done.rewrapped} keys are now wrapped by {done.current}. Unused: {', '.join(done.unused) or 'none'}."
    sys.stdout.write((json.dumps(asdict(done)) if options.json else text) + "\n")
    return 0
