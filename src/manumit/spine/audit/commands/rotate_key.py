"""`manumit audit rotate-key`: let the key that signs checkpoints give way to a new one."""

import sys
from argparse import ArgumentParser, Namespace
from pathlib import Path

from django.conf import settings

from .. import keys
from ..note import BadNote

REFUSED = 1


def arguments(parser: ArgumentParser) -> None:
    """Declare the options: there are none."""


def run(args: Namespace) -> int:
    """Make the next key and print its public half; the sequencer's next checkpoint bears both signatures."""
    try:
        following = keys.begin_rotation(Path(settings.MANUMIT_HOME))
    except BadNote as reason:
        sys.stderr.write(f"Not rotated: {reason}\n")
        return REFUSED
    sys.stdout.write(f"{following}\n")
    return 0
