"""`manumit migrate`: bring the database to this version and give each role its privileges.

Runs as the owner role (DATABASE_OWNER_URL, or the embedded database). Safe to repeat.
"""

import argparse

from manumit.project.command.saying import say
from manumit.project.database import migrating


def arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the options."""
    parser.add_argument("--quiet", action="store_true", help="say nothing unless something fails")


def run(options: argparse.Namespace) -> int:
    """Migrate, then grant."""
    granted = migrating.bring_up_to_date(verbosity=0 if options.quiet else 1)
    if not options.quiet:
        say(f"{granted} privileges stand as the models declare them.")
    return 0
