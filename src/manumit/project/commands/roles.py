"""`manumit roles`: make the three database roles and the database on a PostgreSQL of your own.

Prints the environment variables to keep. Roles that exist are left as they are, and their password stays theirs.
"""

import argparse
import secrets

import psycopg

from manumit.project.command.saying import say, warn
from manumit.project.database import launcher, roles
from manumit.project.database.address import Address
from manumit.project.settings.databases import URLS

NEEDS = "nothing"


def arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the options."""
    parser.add_argument("superuser", help="postgresql:// address of a role that may create roles and databases")
    parser.add_argument("--database", default=launcher.DATABASE, help=f"its name (default {launcher.DATABASE})")


def run(options: argparse.Namespace) -> int:
    """Make what is missing and print where it is."""
    server = Address.parse(options.superuser).at(options.database)
    passwords = {role: secrets.token_urlsafe(32) for role in roles.SESSION_SETTINGS}
    with psycopg.connect(Address.parse(options.superuser).conninfo, autocommit=True) as admin:
        made = roles.ensure(admin, options.database, passwords).made
    for alias, role in roles.ALIASES.items():
        known = passwords[role] if role in made else "ITS-PASSWORD"
        say(f"{URLS[alias]}={server.as_role(role, known).url}")
    warn(f"Made: {', '.join(made) or 'nothing, all were there'}.")
    return 0
