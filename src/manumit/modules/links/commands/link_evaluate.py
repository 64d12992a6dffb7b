"""`manumit link evaluate`: how well matching does by the judgements that a person may see, as JSON."""

import argparse
import json
import sys

NEEDS = "database"


def arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the options."""
    parser.add_argument("--profile", help="one profile only; all where left out")
    parser.add_argument("--by", metavar="EMAIL", required=True, help="who asks: their judged pairs are counted")
    parser.add_argument("--agency", metavar="SHORT_NAME", help="for which agency, where they are in several")
    parser.add_argument("--purpose", default="investigation")


def run(options: argparse.Namespace) -> int:
    """Print one JSON line a profile; status 1 where nobody may ask."""
    from manumit.spine.matching.commands.query import asker

    from ..choices import Profile
    from ..figures import figures

    actor = asker(options)
    if actor is None or (options.profile and options.profile not in Profile.values):
        sys.stderr.write(f"Not evaluated: {options.by} is nobody active here, or there is no such profile.\n")
        return 1
    for profile in [Profile(options.profile)] if options.profile else Profile:
        sys.stdout.write(json.dumps(figures(actor, profile)) + "\n")
    return 0
