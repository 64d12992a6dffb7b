"""`manumit linkage index`: puts records of a file into an index; what cannot be read is named and left out."""

import json
import sys
from argparse import ArgumentParser, Namespace
from collections.abc import Iterator
from pathlib import Path

from manumit.linkage.comparison import BadValue
from manumit.linkage.index.index import Index
from manumit.linkage.model import Model
from manumit.linkage.reading import Record, read
from manumit.linkage.record_files import records_in

NEEDS = "nothing"
TOLD_EVERY = 50_000


def arguments(parser: ArgumentParser) -> None:
    """Declare the options."""
    parser.add_argument("records", type=Path, help="JSON Lines, or CSV with columns such as names.family")
    parser.add_argument("--index", type=Path, required=True, help="the folder of the index, made where it is missing")
    parser.add_argument("--model", type=Path, required=True)
    parser.add_argument("--compact", action="store_true", help="make one segment of all afterwards")


def run(options: Namespace) -> int:
    """Index the records, tell progress and faults on standard error, and print one JSON line; status 1 for faults."""
    model = Model.from_json(options.model.read_bytes())
    index, faults = Index.open(options.index, model), list[str]()
    loaded = index.load(_readable(model, options.records, faults))
    if options.compact:
        index.compact()
    said = {"indexed": loaded, "left_out": len(faults), "records": len(index), "model": model.version}
    sys.stdout.write(json.dumps(said) + "\n")
    return 1 if faults else 0


def _readable(model: Model, path: Path, faults: list[str]) -> Iterator[tuple[str, Record]]:
    for number, (id_, record) in enumerate(records_in(path), 1):
        try:
            read(model.profile, record)
        except BadValue as error:
            faults.append(id_)
            sys.stderr.write(f"{id_}: {error}\n")
            continue
        yield id_, record
        if number % TOLD_EVERY == 0:
            sys.stderr.write(f"{number} records read\n")
