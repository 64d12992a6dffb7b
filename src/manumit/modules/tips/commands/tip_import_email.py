"""`manumit tip import-email`: take a forwarded e-mail (.eml) in as a tip of somebody's agency."""

import argparse
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from ..importing.email_file import LARGEST, BadEmail, read

if TYPE_CHECKING:
    from manumit.spine.identity.actor import Actor

NEEDS = "database"


def arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the options."""
    parser.add_argument("file", type=Path, metavar="FILE", help="the e-mail as .eml; - for what a mail server pipes in")
    parser.add_argument("--by", metavar="EMAIL", required=True, help="who takes it in, for their agency")
    parser.add_argument("--agency", metavar="SHORT", help="short name of the agency, for people of several")


def run(options: argparse.Namespace) -> int:
    """Take it in and print number and secret; status 1 if it cannot be read or may not be taken."""
    from manumit.spine.access import Denied
    from manumit.spine.workflow.refusing import Refused

    from ..actions.import_email import import_email

    try:
        receipt = import_email(_actor(options.by, options.agency), read(_content(options.file)))
    except (BadEmail, Denied, LookupError, OSError, Refused) as reason:
        sys.stderr.write(f"Not taken: {options.file.name}: {reason}\n")
        return 1
    again = " (was here before)" if receipt.again else ""
    sys.stdout.write(f"{receipt.number} {receipt.secret}{again}\n")
    return 0


def _content(file: Path) -> bytes:
    """Return what the file holds, or what comes in where it is `-`, one byte beyond `LARGEST` at most."""
    if str(file) == "-":
        return sys.stdin.buffer.read(LARGEST + 1)
    with file.open("rb") as opened:
        return opened.read(LARGEST + 1)


def _actor(email: str, agency: str | None) -> "Actor":
    """Return the person at their agency. Raises LookupError for nobody, or several agencies."""
    from manumit.spine.access.actors import actor_for
    from manumit.spine.identity.models import Membership

    rows = Membership.objects.filter(person__email=email, active=True)
    found = list(rows.filter(agency__short_name=agency) if agency else rows)
    if len(found) != 1:
        raise LookupError(f"{email} acts for {len(found)} agencies here: name one with --agency")
    actor = actor_for(found[0].pk, "investigation")
    if actor is None:
        raise LookupError(f"{email} cannot act: the account or agency is not active")
    return actor
