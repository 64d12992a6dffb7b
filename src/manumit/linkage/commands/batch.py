"""`manumit linkage batch`: finds which records of a file, or of two files, may be one; writes pairs and clusters."""

import json
import sys
from argparse import ArgumentParser, Namespace
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from manumit.linkage.batch import Collection, DuckDB, Found, compared
from manumit.linkage.model import Model
from manumit.linkage.record_files import judged_in, records_in, write_lines

NEEDS = "nothing"


def arguments(parser: ArgumentParser) -> None:
    """Declare the options."""
    parser.add_argument("records", type=Path, help="JSON Lines, or CSV with columns such as names.family")
    parser.add_argument("--against", type=Path, help="a second file: only pairs of one record of each are looked for")
    parser.add_argument("--model", type=Path, required=True, help="made by `manumit linkage train`")
    parser.add_argument("--pairs", type=Path, required=True, help="where the pairs are written, the surest first")
    parser.add_argument("--clusters", type=Path, help="where the cluster of each record is written")
    parser.add_argument("--apart", type=Path, help="pairs judged not to be the same: never in one cluster")
    parser.add_argument("--least", type=int, help="millibits of evidence that make a link (default: the model's own)")


def run(options: Namespace) -> int:
    """Compare, write the files, name what cannot be read, and print one JSON line; status 1 for faults."""
    if options.against and options.clusters:
        sys.stderr.write("Clusters are of one file: put the records of both into one.\n")
        return 2
    model, engine = Model.from_json(options.model.read_bytes()), DuckDB()
    collection = Collection(model.profile, engine)
    _add(collection, options.records)
    second = _add(collection, options.against) if options.against else 0
    found = compared(collection, model, second=second, trained=True)
    least = found.threshold if options.least is None else options.least
    pairs = write_lines(options.pairs, _pairs(found, least))
    said: dict[str, Any] = {"records": len(collection), "pairs": pairs, "least": least, "model": model.version}
    if options.clusters:
        said["clusters"] = _write_clusters(found, least, options)
    engine.close()
    for problem in found.problems:
        sys.stderr.write(f"{problem.id}: {problem.field}: {problem.reason} ({problem.records} records)\n")
    sys.stdout.write(json.dumps({**said, "not_read": len(found.problems)}) + "\n")
    return 1 if found.problems else 0


def _add(collection: Collection, path: Path) -> int:
    """Add the records of a file, and return the number of the first."""
    listed = list(records_in(path))
    first = collection.add_records([id_ for id_, _ in listed], [record for _, record in listed])
    sys.stderr.write(f"{len(collection) - first} records of {path.name} read\n")
    return first


def _pairs(found: Found, least: int) -> Iterator[dict[str, Any]]:
    order = sorted(range(len(found)), key=lambda place: -int(found.evidence[place]))
    for place in order:
        if found.evidence[place] < least:
            return
        a, b = (found.ids[int(side[place])] for side in (found.a, found.b))
        yield {"a": a, "b": b, "evidence": int(found.evidence[place])}


def _write_clusters(found: Found, least: int, options: Namespace) -> int:
    """Write the cluster of each record, named by its first record's id, and return how many have two or more."""
    apart = [(pair.a, pair.b) for pair in judged_in(options.apart) if not pair.same] if options.apart else []
    labels = found.clusters(least, apart).tolist()
    rows = zip(found.ids, labels, strict=True)
    write_lines(options.clusters, ({"id": id_, "cluster": found.ids[label]} for id_, label in rows))
    return len({label for place, label in enumerate(labels) if label != place})
