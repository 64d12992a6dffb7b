"""`manumit import FORMAT PATH...` for files that tell of people, one after another."""

from __future__ import annotations

import json
import sys
from argparse import ArgumentParser, Namespace
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import asdict
from pathlib import Path
from typing import Final

from manumit.spine.identity.actor import Actor
from manumit.values.strict_csv import Refusal

from .person_in_charge import NobodyInCharge, in_charge
from .person_report import PersonReport, take_in

Reader = Callable[[Path], Iterator[PersonReport | Refusal]]
ALL_TAKEN: Final = 0
NOT_ALL_TAKEN: Final = 1


def arguments(parser: ArgumentParser) -> None:
    """Declare the options."""
    parser.add_argument("paths", nargs="+", type=Path, metavar="PATH", help="a file")
    parser.add_argument("--agency", default="", metavar="SHORT_NAME", help="the agency that will own the cases")
    parser.add_argument("--person", default="", metavar="EMAIL", help="the person in whose name they are imported")
    parser.add_argument("--source", default="", metavar="TEXT", help="who says what the files say; else their names")
    parser.add_argument("--json", action="store_true", help="print the counts, and each refusal, as one JSON line")


def run(read: Reader, args: Namespace) -> int:
    """Import the files; 0: everybody is taken in, 1: some are refused, or the run could not begin or end."""
    try:
        actor, words = in_charge(args.agency, args.person)
    except NobodyInCharge as error:
        sys.stderr.write(f"{error}\n")
        return NOT_ALL_TAKEN
    sys.stderr.write(f"Importing in the name of {words}.\n")
    counts: Counter[str] = Counter(offered=0, added=0, unchanged=0, refused=0)
    whole = [_read(read, path, actor, args, counts) for path in args.paths]
    sys.stdout.write(f"{json.dumps(counts) if args.json else _words(counts)}\n")
    return ALL_TAKEN if all(whole) and not counts["refused"] else NOT_ALL_TAKEN


def _read(read: Reader, path: Path, actor: Actor, args: Namespace, counts: Counter[str]) -> bool:
    """Take in a file; whether it could be read to its end."""
    try:
        for told in read(path):
            counts["offered"] += 1
            _take(told, actor, args, counts)
    except (OSError, ValueError) as error:
        sys.stderr.write(f"{path}: {error}\n")
        return False
    return True


def _take(told: PersonReport | Refusal, actor: Actor, args: Namespace, counts: Counter[str]) -> None:
    source = args.source or (told.file if isinstance(told, PersonReport) else "")
    done = [told] if isinstance(told, Refusal) else take_in(actor, told, source)
    if isinstance(done, list):
        counts["refused"] += 1
        for refusal in done:
            sys.stderr.write(f"{json.dumps(asdict(refusal)) if args.json else refusal}\n")
    else:
        counts[done.value] += 1


def _words(counts: Counter[str]) -> str:
    return ", ".join(f"{count:,} {name}" for name, count in counts.items()) + "."
