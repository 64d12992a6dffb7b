"""`manumit plan import-stratml`: check a StratML Part 2 file, or file its new promises for a person."""

import argparse
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from ..exporting.stratml import LARGEST, BadStratml, read

if TYPE_CHECKING:
    from manumit.spine.identity.actor import Actor

NEEDS = "database"


def arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the options."""
    parser.add_argument("file", type=Path, metavar="FILE", help="a PerformancePlanOrReport of StratML Part 2")
    parser.add_argument("--by", metavar="EMAIL", required=True, help="who imports it: a person of the secretariat")
    parser.add_argument("--file", dest="really", action="store_true", help="file what is new; else only say what is")


def run(options: argparse.Namespace) -> int:
    """Say what is new and what is known, and file it where asked; status 1 if it cannot be read or may not be filed."""
    from manumit.spine.access import Denied

    from ..actions.import_stratml import compared, import_stratml, told_of

    try:
        actor = _actor(options.by)
        if options.file.stat().st_size > LARGEST:
            raise BadStratml(f"the file has more than {LARGEST // 1_000_000} MB")
        plan = read(options.file.read_bytes())
        found = import_stratml(actor, plan, source=options.file.name) if options.really else compared(actor, plan)
    except (BadStratml, Denied, OSError, LookupError) as reason:
        sys.stderr.write(f"Not imported: {reason}\n")
        return 1
    sys.stdout.writelines(f"{line}\n" for line in told_of(found))
    sys.stderr.write(f"{len(found.new)} new, {len(found.known)} known; {len(found.filed)} filed.\n")
    return 0


def _actor(email: str) -> "Actor":
    """Return the person as one of the secretariat. Raises LookupError."""
    from manumit.spine.access.actors import actor_for
    from manumit.spine.identity.models import Membership

    member = Membership.objects.filter(person__email=email, active=True, roles__contains=["secretariat"]).first()
    actor = actor_for(member.pk, "records") if member else None
    if actor is None:
        raise LookupError(f"{email} is nobody of the secretariat")
    return actor
