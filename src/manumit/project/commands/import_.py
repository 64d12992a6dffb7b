"""`manumit import`: bring records in from files of another system; `manumit import --help` lists the formats."""

import argparse

from manumit.project.command.formats import choose
from manumit.spine.records import registry


def arguments(parser: argparse.ArgumentParser) -> None:
    """Declare one format a subparser; each module's importers declare their own options."""
    choose(parser, {**registry.importers()})


def run(options: argparse.Namespace) -> int:
    """Hand over to the importer chosen; its status is ours."""
    return int(options.run_format(options))
