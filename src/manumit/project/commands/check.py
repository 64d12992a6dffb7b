"""`manumit check`: look over settings, policies and installation without changing anything."""

import argparse

from django.core.management import call_command

NEEDS = "settings"


def arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the options."""
    parser.add_argument("--deploy", action="store_true", help="also what matters once others can reach the server")


def run(options: argparse.Namespace) -> int:
    """Run every system check; raises SystemCheckError, which names each finding by its id."""
    call_command("check", deploy=options.deploy)
    return 0
