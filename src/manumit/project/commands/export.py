"""`manumit export`: write records to files for another system; `manumit export --help` lists the formats."""

import argparse

from manumit.project.command.formats import choose
from manumit.spine.records import registry


def arguments(parser: argparse.ArgumentParser) -> None:
    """Declare one format a subparser; each module's exporters declare their own options."""
    choose(parser, {**registry.exporters()})


def run(options: argparse.Namespace) -> int:
    """Hand over to the exporter chosen; its status is ours."""
    return int(options.run_format(options))
