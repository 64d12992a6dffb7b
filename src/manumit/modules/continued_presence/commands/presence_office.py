"""`manumit presence office`: let a federal agency sponsor the requests of states, or decide requests; or end that."""

import argparse
import sys

from manumit.spine.identity.models import Agency
from manumit.spine.workflow.refusing import Refused

from ..actions.register_office import end_office, register_office
from ..choices import Power


def arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the options."""
    parser.add_argument("agency", help="short name of a federal agency")
    parser.add_argument("power", choices=Power.values, help="what it does")
    parser.add_argument("--region", action="append", default=[], metavar="STATE", help="postal code; may be repeated")
    parser.add_argument(
        "--permit-code", action="append", metavar="CODE",
        help="category code of the work permits it gives out; may be repeated, and replaces those named before",
    )  # fmt: skip
    parser.add_argument("--end", action="store_true", help="end it instead")


def run(options: argparse.Namespace) -> int:
    """Register or end an office in each region named, in all states where none is; status 1 for what is refused."""
    agency = Agency.objects.filter(short_name=options.agency).first()
    if agency is None:
        sys.stderr.write(f"No agency has the short name {options.agency}.\n")
        return 1
    try:
        for region in options.region or [""]:
            _do(options, agency, region)
    except Refused as refused:
        sys.stderr.write(f"{refused.why}\n")
        return 1
    return 0


def _do(options: argparse.Namespace, agency: Agency, region: str) -> None:
    if options.end:
        end_office(None, agency, options.power, region)
    else:
        register_office(None, agency, options.power, region, permit_codes=options.permit_code)
