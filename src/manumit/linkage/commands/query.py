"""`manumit linkage query`: prints the records of an index that are most like one, best first, as JSON lines."""

import json
import sys
from argparse import ArgumentParser, Namespace
from pathlib import Path

from manumit.linkage.index.index import Index
from manumit.linkage.model import Model
from manumit.linkage.record_files import one_record

NEEDS = "nothing"


def arguments(parser: ArgumentParser) -> None:
    """Declare the options."""
    parser.add_argument("record", help="a record as JSON, or the path of a file that holds one")
    parser.add_argument("--index", type=Path, required=True)
    parser.add_argument("--model", type=Path, required=True)
    parser.add_argument("--limit", type=int, default=10)
    parser.add_argument("--least", type=int, default=None, help="leave out what weighs less, in millibits")


def run(options: Namespace) -> int:
    """Search and print a line a hit: its id and its weight in millibits."""
    if not options.index.is_dir():
        sys.stderr.write(f"There is no index at {options.index}: `manumit linkage index` makes one.\n")
        return 1
    index = Index.open(options.index, Model.from_json(options.model.read_bytes()))
    for hit in index.search(one_record(options.record), options.limit, least=options.least):
        sys.stdout.write(json.dumps({"id": hit.id, "weight": hit.weight}) + "\n")
    return 0
