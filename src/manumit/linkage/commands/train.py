"""`manumit linkage train`: learns a model from records, without labels, and writes it with its version."""

import json
import sys
from argparse import ArgumentParser, Namespace
from collections.abc import Iterator
from pathlib import Path

from manumit.linkage.batch import Collection, DuckDB, learn
from manumit.linkage.model import Model
from manumit.linkage.profile import Profile
from manumit.linkage.profiles import PROFILES
from manumit.linkage.reading import Record
from manumit.linkage.record_files import records_in

NEEDS = "nothing"
TOLD_EVERY = 50_000


def arguments(parser: ArgumentParser) -> None:
    """Declare the options."""
    parser.add_argument("records", type=Path, help="JSON Lines, or CSV with columns such as names.family")
    parser.add_argument("--profile", choices=sorted(PROFILES), default="person")
    parser.add_argument("--model", type=Path, required=True, help="where the model is written")
    parser.add_argument("--without-frequencies", action="store_true", help="the records are not open: count no values")


def run(options: Namespace) -> int:
    """Learn, tell progress on standard error, write the model, and print its version as one JSON line."""
    profile = PROFILES[options.profile]
    model, count = learn_and_write(options.records, profile, options.model, frequencies=not options.without_frequencies)
    said = {"model": model.version, "made_from": model.made_from, "profile": profile.name, "records": count}
    sys.stdout.write(json.dumps(said) + "\n")
    return 0


def learn_and_write(records: Path, profile: Profile, place: Path, *, frequencies: bool = True) -> tuple[Model, int]:
    """Learn from the records of a file; write the model to `place`, whole or not at all; return it and their number."""
    engine = DuckDB()
    collection = Collection(profile, engine)
    listed = list(_counted(records))
    sys.stderr.write(f"learning from {len(listed)} records\n")
    collection.add_records([id_ for id_, _ in listed], [record for _, record in listed])
    model = learn(collection, Model.starting(profile), frequencies=frequencies)
    engine.close()
    part = place.with_name(f"{place.name}.part")
    part.write_bytes(model.to_json())
    part.replace(place)
    return model, len(listed)


def _counted(records: Path) -> Iterator[tuple[str, Record]]:
    for number, each in enumerate(records_in(records), 1):
        yield each
        if number % TOLD_EVERY == 0:
            sys.stderr.write(f"{number} records read\n")
