"""`manumit linkage explain`: prints how two records score, step by step, as JSON."""

import json
import sys
from argparse import ArgumentParser, Namespace
from dataclasses import asdict
from pathlib import Path

from manumit.linkage.model import Model
from manumit.linkage.record_files import one_record
from manumit.linkage.scoring import score

NEEDS = "nothing"


def arguments(parser: ArgumentParser) -> None:
    """Declare the options."""
    parser.add_argument("left", help="a record as JSON, or the path of a file that holds one")
    parser.add_argument("right")
    parser.add_argument("--model", type=Path, required=True)


def run(options: Namespace) -> int:
    """Score the two and print the waterfall; weights are millibits and add up."""
    model = Model.from_json(options.model.read_bytes())
    found = score(model, one_record(options.left), one_record(options.right))
    sys.stdout.write(json.dumps(asdict(found), ensure_ascii=False, indent=1) + "\n")
    return 0
