"""`manumit shell`: a Python prompt in this installation, as the application's database role.

It cannot rewrite the log, but it sees what policies hide: give it to operators only.
"""

import argparse

from django.core.management import call_command


def arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the options."""
    parser.add_argument("--command", "-c", help="run this and leave")


def run(options: argparse.Namespace) -> int:
    """Open the prompt."""
    call_command("shell", command=options.command)
    return 0
