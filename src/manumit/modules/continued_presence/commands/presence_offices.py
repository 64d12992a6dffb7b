"""`manumit presence offices`: list which federal agencies sponsor requests of which states, and which one decides."""

import argparse
import sys

from ..questions import offices

ANYWHERE = "any state"


def arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the options."""
    parser.add_argument("--region", default="", metavar="STATE", help="only those of a state, by its postal code")


def run(options: argparse.Namespace) -> int:
    """Print one office a line; status 1 where there is none."""
    rows = [row for row in offices() if options.region in ("", row.region) or not row.region]
    for row in rows:
        codes = f" ({', '.join(row.permit_codes)})" if row.permit_codes else ""
        place = f"{row.power:8} {row.region or ANYWHERE:9} {row.agency.short_name:16}"
        sys.stdout.write(f"{place} {row.agency.name}{codes}\n")
    if not rows:
        sys.stderr.write("No office: register one with `manumit presence office`.\n")
    return 0 if rows else 1
