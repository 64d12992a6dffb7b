"""Commands that modules extend by a format each: import and export."""

import argparse
from collections.abc import Mapping

from manumit.spine.records.manifest import Exporter, Importer


def choose(parser: argparse.ArgumentParser, formats: Mapping[str, Importer | Exporter]) -> None:
    """Let the user name one of `formats`; its function is then `options.run_format`."""
    chooser = parser.add_subparsers(title="formats", metavar="FORMAT", required=True)
    for name, each in sorted(formats.items()):
        own = chooser.add_parser(name, help=str(each.title), description=str(each.title))
        each.arguments(own)
        own.set_defaults(run_format=each.run)
