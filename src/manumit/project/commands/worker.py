"""`manumit worker`: run background jobs until told to stop. `manumit serve` starts one itself."""

import argparse

from manumit.spine.jobs import working


def arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the options."""
    parser.add_argument("--jobs", type=int, default=2, help="how many jobs at a time (default 2)")
    parser.add_argument("--until-empty", action="store_true", help="end when no job is left")


def run(options: argparse.Namespace) -> int:
    """Work."""
    working.work(options.jobs, until_empty=options.until_empty)
    return 0
