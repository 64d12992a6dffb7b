"""`manumit link query`: ask whom a description fits, as a person may see it; logged like a search on screen."""

import argparse
import json
import sys
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from manumit.spine.identity.actor import Actor

NEEDS = "database"


def arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the options."""
    parser.add_argument("facts", help='the description as JSON: \'{"names": ["Bob Aldar"], "birth": ["1990"]}\'')
    parser.add_argument(
        "--name", default="missing_person", help="what it describes: missing_person, vehicle, phone ..."
    )
    parser.add_argument("--profile", help="how it is compared; the first of its profiles where left out")
    parser.add_argument("--by", metavar="EMAIL", required=True, help="who asks")
    parser.add_argument("--agency", metavar="SHORT_NAME", help="for which agency, where they are in several")
    parser.add_argument("--purpose", default="investigation")
    parser.add_argument("--limit", type=int, default=10)


def run(options: argparse.Namespace) -> int:
    """Search and print one JSON line a candidate, best first; status 1 where nobody may ask."""
    from ..actions.ask import ask
    from ..asking import Question
    from ..linkable import PROFILES

    profiles = PROFILES.get(options.name, ())
    actor = asker(options)
    if actor is None or not profiles:
        sys.stderr.write(f"Not asked: {options.by} is nobody active here, or nothing is called {options.name}.\n")
        return 1
    question = Question(options.profile or profiles[0], options.name, json.loads(options.facts))
    (answer,) = ask(actor, [question], options.limit)
    for rank, found in enumerate(answer, 1):
        line = {"rank": rank, "key": str(found.key), "weight": found.weight, "model": found.model}
        sys.stdout.write(json.dumps(line) + "\n")
    return 0


def asker(options: argparse.Namespace) -> "Actor | None":
    """Return the person who asks, acting for their agency; None where there is nobody active."""
    from manumit.spine.access.actors import actor_for
    from manumit.spine.identity.models import Membership

    members = Membership.objects.filter(person__email=options.by, active=True)
    if options.agency:
        members = members.filter(agency__short_name=options.agency)
    member = members.first()
    return actor_for(member.pk, options.purpose) if member else None
