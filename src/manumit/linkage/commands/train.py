"""`manumit linkage train`: learns a model from records, without labels, and writes it with its version."""

import json
import sys
from argparse import ArgumentParser, Namespace
from pathlib import Path

from manumit.linkage.batch import Collection, DuckDB, learn
from manumit.linkage.model import Model
from manumit.linkage.profiles import PROFILES
from manumit.linkage.record_files import records_in

NEEDS = "nothing"


def arguments(parser: ArgumentParser) -> None:
    """Declare the options."""
    parser.add_argument("records", type=Path, help="JSON Lines, or CSV with columns such as names.family")
    parser.add_argument("--profile", choices=sorted(PROFILES), default="person")
    parser.add_argument("--model", type=Path, required=True, help="where the model is written")
    parser.add_argument("--without-frequencies", action="store_true", help="the records are not open: count no values")


def run(options: Namespace) -> int:
    """Learn, write the model, and print its version as one JSON line."""
    profile = PROFILES[options.profile]
    collection = Collection(profile, DuckDB())
    listed = list(records_in(options.records))
    collection.add_records([id_ for id_, _ in listed], [record for _, record in listed])
    model = learn(collection, Model.starting(profile), frequencies=not options.without_frequencies)
    options.model.write_bytes(model.to_json())
    said = {"model": model.version, "made_from": model.made_from, "profile": profile.name, "records": len(listed)}
    sys.stdout.write(json.dumps(said) + "\n")
    return 0
