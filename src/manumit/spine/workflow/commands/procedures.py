"""`manumit procedures`: print each procedure as a mermaid diagram, for documents."""

import argparse
import sys

from manumit.spine.records import registry

from ..mermaid import mermaid
from ..procedure import Procedure

NEEDS = "settings"


def arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the options."""
    parser.add_argument("name", nargs="?", help="only the procedure of this name")


def run(options: argparse.Namespace) -> int:
    """Print them; status 1 if none has the name asked for."""
    offered = registry.providers(Procedure)
    chosen = [procedure for procedure in offered if options.name in (None, procedure.name)]
    for procedure in chosen:
        sys.stdout.write(f"## {procedure.title}\n\n```mermaid\n{mermaid(procedure)}```\n")
    return 0 if chosen or not options.name else 1
