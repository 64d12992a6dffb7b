"""`manumit jobs retry`: put a job that was given up back into the queue."""

import argparse
import sys

from ..dead_letters import retry


def arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the options."""
    parser.add_argument("job", type=int, help="its id, as `manumit jobs dead` shows it")


def run(options: argparse.Namespace) -> int:
    """Try again; status 1 if no dead letter has that id."""
    if retry(options.job):
        return 0
    sys.stderr.write(f"No dead letter has the id {options.job}: `manumit jobs dead` lists them.\n")
    return 1
