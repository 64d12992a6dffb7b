"""`manumit search rebuild`: write every search document and map position anew, after an upgrade or a restore."""

import argparse
import sys

from manumit.spine.records import registry

from .. import documents
from ..searchable import Searchable

NEEDS = "database"


def arguments(parser: argparse.ArgumentParser) -> None:
    """Declare no options."""


def run(options: argparse.Namespace) -> int:
    """Write the documents of every searched kind; may be repeated, and goes on beside other work."""
    for found in registry.providers(Searchable):
        done = 0
        for done in documents.rebuild(found.kind):
            sys.stderr.write(f"\r{found.kind}: {done:,}")
        sys.stderr.write(f"\r{found.kind}: {done:,} documents\n")
    return 0
