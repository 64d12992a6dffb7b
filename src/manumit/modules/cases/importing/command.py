"""`manumit import namus PATH...`: take NamUs tables and documents in."""

from __future__ import annotations

import gc
import json
import sys
from argparse import ArgumentParser, Namespace
from collections.abc import Callable, Iterator
from dataclasses import asdict
from pathlib import Path
from typing import Final

from django.db import DatabaseError
from django.utils import timezone

from manumit.spine.identity.actor import Actor
from manumit.values.strict_csv import Refusal

from . import vanishing
from .person_in_charge import NobodyInCharge, in_charge
from .progress import Progress
from .run import Run

ALL_TAKEN: Final = 0
NOT_ALL_TAKEN: Final = 1


def arguments(parser: ArgumentParser) -> None:
    """Declare the options."""
    parser.add_argument("paths", nargs="+", type=Path, metavar="PATH", help="a CSV or JSON file, or a folder")
    parser.add_argument("--agency", default="", metavar="SHORT_NAME", help="the agency that will own the cases")
    parser.add_argument("--person", default="", metavar="EMAIL", help="the person in whose name they are imported")
    parser.add_argument("--dry-run", action="store_true", help="say what would be done, and do nothing")
    parser.add_argument("--complete", action="store_true", help="the files hold every case there is of their state")
    parser.add_argument("--state", action="append", default=[], metavar="CODE", help="complete for this state alone")
    parser.add_argument("--json", action="store_true", help="print the counts, and each refusal, as one JSON line")


def run(args: Namespace) -> int:
    """Import the files; 0: every row is taken in, 1: some are refused, or the run could not begin or end."""
    try:
        files = list(_files(args.paths))
        actor, words = in_charge(args.agency, args.person)
    except (FileNotFoundError, NobodyInCharge) as error:
        sys.stderr.write(f"{error}\n")
        return NOT_ALL_TAKEN
    sys.stderr.write(f"Importing in the name of {words}{' (dry run)' if args.dry_run else ''}.\n")
    gc.freeze()  # what is loaded by now stays: looking through it again and again takes a fifth of the time
    return _Session(args, files).run(actor)


def _files(paths: list[Path]) -> Iterator[Path]:
    for path in paths:
        found = sorted(_in_folder(path)) if path.is_dir() else [path] if path.is_file() else []
        if not found:
            raise FileNotFoundError(f"{path} is no CSV or JSON file and no folder with any")
        yield from found


def _in_folder(folder: Path) -> Iterator[Path]:
    return (path for path in folder.rglob("*") if path.suffix.lower() in {".csv", ".json"})


class _Session:
    """One call of the command: its files, what it prints, and how far it is."""

    def __init__(self, args: Namespace, files: list[Path]) -> None:
        self._args, self._files = args, files
        self._read_before = 0
        self._position: Callable[[], int] = int
        total = sum(file.stat().st_size for file in files)
        self._progress = Progress(sys.stderr, total, lambda: self._read_before + self._position())

    def run(self, actor: Actor) -> int:
        run = Run(actor, timezone.now().date(), self._refuse, dry_run=self._args.dry_run, progress=self._progress)
        run.note, run.presence.wanted = self._note, self._args.complete
        try:
            taken = [self._read(run, file) for file in self._files]
            gone = self._vanished(run) if self._args.complete and all(taken) else {}
        except DatabaseError as error:
            return self._stopped(run, error)
        self._progress.clear()
        self._print(run, gone)
        return ALL_TAKEN if all(taken) and not run.tally.refused else NOT_ALL_TAKEN

    def _vanished(self, run: Run) -> dict[str, int]:
        found = vanishing.mark(run.actor, run.presence, frozenset(self._args.state), dry_run=self._args.dry_run)
        for reason in found.not_judged:
            self._say({"note": reason}, f"Not judged: {reason}")
        return {"vanished": found.vanished}

    def _read(self, run: Run, path: Path) -> bool:
        with path.open("rb") as file:
            self._position = file.tell
            taken = run.read(file, str(path))
        self._position = int
        self._read_before += path.stat().st_size
        return taken

    def _refuse(self, refusal: Refusal) -> None:
        self._say(asdict(refusal), str(refusal))

    def _note(self, note: Refusal) -> None:
        self._say({"note": asdict(note)}, f"Note: {note}")

    def _say(self, plain: dict[str, object], words: str) -> None:
        self._progress.clear()
        sys.stderr.write(f"{json.dumps(plain) if self._args.json else words}\n")

    def _stopped(self, run: Run, error: DatabaseError) -> int:
        self._progress.clear()
        sys.stderr.write(f"Stopped: {error}\nWhat was written stays ({run.tally}). Run the same command again.\n")
        return NOT_ALL_TAKEN

    def _print(self, run: Run, gone: dict[str, int]) -> None:
        words = "".join(f" {count:,} no longer listed: they need review." for count in gone.values())
        counts = json.dumps({**run.tally.as_json(), **gone}) if self._args.json else f"{run.tally}.{words}"
        sys.stdout.write(f"{counts}\n")
