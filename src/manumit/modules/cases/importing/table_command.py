"""`manumit import table --mapping NAME PATH...`: take an agency's own tables in, by a saved mapping of columns."""

from __future__ import annotations

import csv
import json
import sys
from argparse import ArgumentParser, Namespace
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from django.db import DatabaseError
from django.utils import timezone

from manumit.spine.identity.actor import Actor
from manumit.values.strict_csv import Refusal, neutral

from ..actions.save_mapping import BadMapping, save_mapping
from ..models import ColumnMapping
from .mapped_row import Mapped
from .person_in_charge import NobodyInCharge, in_charge
from .run import Run

HEADER = ("file", "row", "column", "reason")


def arguments(parser: ArgumentParser) -> None:
    """Declare the options."""
    parser.add_argument("paths", nargs="+", type=Path, metavar="PATH", help="a CSV file")
    parser.add_argument("--mapping", required=True, metavar="NAME", help="the saved mapping to read them by")
    parser.add_argument("--save", type=Path, metavar="FILE", help="first save the mapping as this JSON file has it")
    parser.add_argument("--agency", default="", metavar="SHORT_NAME", help="the agency that will own the cases")
    parser.add_argument("--person", default="", metavar="EMAIL", help="the person in whose name they are imported")
    parser.add_argument("--refused", type=Path, metavar="FILE", help="write the refused rows with reasons to this CSV")
    parser.add_argument("--dry-run", action="store_true", help="say what would be done, and do nothing")
    parser.add_argument("--json", action="store_true", help="print the counts as one JSON line")


def run(args: Namespace) -> int:
    """Import the files; 0: every row is taken in, 1: some are refused, or the run could not begin or end."""
    try:
        actor, words = in_charge(args.agency, args.person)
        mapping = _mapping(actor, args)
        sys.stderr.write(f"Importing in the name of {words}{' (dry run)' if args.dry_run else ''}.\n")
        return _import(actor, Mapped.of(mapping), args)
    except (NobodyInCharge, BadMapping, OSError, DatabaseError) as error:
        sys.stderr.write(f"{error}\n")
        return 1


def _mapping(actor: Actor, args: Namespace) -> ColumnMapping:
    if args.save:
        return save_mapping(actor, name=args.mapping, **_described(args.save))
    found = ColumnMapping.objects.filter(owner_id=actor.agency_id, name=args.mapping).first()
    if found is None:
        known = ColumnMapping.objects.filter(owner_id=actor.agency_id).order_by("name").values_list("name", flat=True)
        raise BadMapping(f"There is no mapping {args.mapping!r}. There are: {', '.join(known) or 'none yet'}.")
    return found


def _described(path: Path) -> dict[str, Any]:
    """Read `{"source": ..., "columns": {...}}`, with `case_type` and `scheme` where they are not the usual ones."""
    try:
        found = json.loads(path.read_text(encoding="utf-8"))
    except ValueError as error:
        raise BadMapping(f"{path} is no JSON: {error}") from None
    if not isinstance(found, dict) or not set(found) <= {"source", "columns", "case_type", "scheme"}:
        raise BadMapping(f"{path} describes no mapping: it has source, columns, and perhaps case_type and scheme")
    return {"source": "", "columns": {}, **found}


def _import(actor: Actor, mapped: Mapped, args: Namespace) -> int:
    with _refusals(args.refused) as refuse:
        run = Run(actor, timezone.now().date(), refuse, dry_run=args.dry_run, mapped=mapped)
        taken = [_read(run, path) for path in args.paths]
    sys.stdout.write(f"{json.dumps(run.tally.as_json()) if args.json else f'{run.tally}.'}\n")
    return 0 if all(taken) and not run.tally.refused else 1


def _read(run: Run, path: Path) -> bool:
    with path.open("rb") as file:
        return run.read(file, str(path))


@contextmanager
def _refusals(path: Path | None) -> Iterator[Any]:
    """Give out what is told of each refusal: it goes to the error stream, and as a row to the file at `path`."""
    if path is None:
        yield lambda refusal: sys.stderr.write(f"{refusal}\n")
        return
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(HEADER)
        yield lambda refusal: writer.writerow(cells_of(refusal))


def cells_of(refusal: Refusal) -> list[str]:
    """Return a refusal as cells that no spreadsheet will run."""
    return [neutral(str(cell)) for cell in (refusal.file, refusal.row, refusal.column, refusal.reason)]
