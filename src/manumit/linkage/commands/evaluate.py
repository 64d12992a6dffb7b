"""`manumit linkage evaluate`: how well a model does on pairs that people judged, as JSON."""

import json
import sys
from argparse import ArgumentParser, Namespace
from collections.abc import Sequence
from dataclasses import asdict
from pathlib import Path
from typing import Any

from manumit.linkage.comparison import BadValue
from manumit.linkage.evaluation import ENOUGH, Judged, calibration, groups, lines, of_sensitive
from manumit.linkage.model import Model
from manumit.linkage.reading import Record, read
from manumit.linkage.record_files import JudgedPair, judged_in, records_in
from manumit.linkage.scoring import score

NEEDS = "nothing"


def arguments(parser: ArgumentParser) -> None:
    """Declare the options."""
    parser.add_argument("records", type=Path, nargs="+", help="JSON Lines or CSV: files that have the judged records")
    parser.add_argument("--judged", type=Path, required=True, help="pairs as JSON Lines or CSV: a, b, same (yes or no)")
    parser.add_argument("--model", type=Path, required=True)


def run(options: Namespace) -> int:
    """Score the judged pairs and print the figures; status 1 where a pair could not be scored."""
    model = Model.from_json(options.model.read_bytes())
    pairs = list(judged_in(options.judged))
    wanted = {id_ for pair in pairs for id_ in (pair.a, pair.b)}
    records = {id_: record for path in options.records for id_, record in records_in(path) if id_ in wanted}
    faults = _faults(model, records, wanted)
    known = [pair for pair in pairs if not {pair.a, pair.b} & faults.keys()]
    for id_, fault in faults.items():
        sys.stderr.write(f"{id_}: {fault}\n")
    sys.stdout.write(json.dumps(_figures(model, records, known) | {"left_out": len(pairs) - len(known)}) + "\n")
    return 1 if faults else 0


def _faults(model: Model, records: dict[str, Record], wanted: set[str]) -> dict[str, str]:
    faults = dict.fromkeys(sorted(wanted - records.keys()), "no file has a record of this id")
    for id_, record in records.items():
        try:
            read(model.profile, record)
        except BadValue as error:
            faults[id_] = str(error)
    return faults


def _scored(model: Model, records: dict[str, Record], pairs: Sequence[JudgedPair]) -> list[Judged]:
    sides = [(pair, records[pair.a], records[pair.b]) for pair in pairs]
    return [Judged(score(model, one, other).weight, pair.same, (one, other)) for pair, one, other in sides]


def _figures(model: Model, records: dict[str, Record], pairs: Sequence[JudgedPair]) -> dict[str, Any]:
    judged = _scored(model, records, pairs)
    without = {name: _scored(other, records, pairs) for name, other in of_sensitive(model).items()}
    return {
        "model": model.version,
        "profile": model.profile.name,
        "pairs": len(judged),
        "same": sum(each.same for each in judged),
        "lines": [asdict(each) for each in lines(judged)],
        "switched": {name: [asdict(each) for each in lines(other)] for name, other in without.items()},
        "groups": [asdict(each) for each in groups(judged)],
        "calibration": [asdict(each) for each in calibration(judged, model.prior)],
        "calibration_from": ENOUGH,
    }
