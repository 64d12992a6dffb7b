"""`manumit retention apply`: delete what a plan showed, and nothing else."""

import argparse
import json
import sys
from dataclasses import asdict

from ..retaining import Applied, PlanChanged, apply


def arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the options."""
    parser.add_argument(
        "--plan", required=True, metavar="DIGEST", help="the digest that `manumit retention plan` showed"
    )
    parser.add_argument("--json", action="store_true", help="print one JSON line")


def run(options: argparse.Namespace) -> int:
    """Delete; status 1 if what is due is no longer what the plan showed."""
    try:
        applied = apply(options.plan)
    except PlanChanged as reason:
        sys.stderr.write(f"Nothing deleted: {reason}\n")
        return 1
    sys.stdout.write((json.dumps(asdict(applied)) if options.json else _text(applied)) + "\n")
    return 0


def _text(applied: Applied) -> str:
    stayed = "".join(f"\n{held.name} stays: {'; '.join(held.reasons)}" for held in applied.kept)
    return f"{applied.deleted} rows deleted.{stayed}"
