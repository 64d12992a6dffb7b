"""The drill: tamper with a log at random, thousands of times, and see each one found and its first place named."""

import random
import time
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from psycopg import Connection, Rollback

from ..evidence import Finding
from . import file_mutations, mutations
from .file_mutations import files_restored
from .mutations import Expected
from .scene import Scene

FILE_SHARE = 0.2
VACUUM_EVERY = 500


@dataclass
class Outcome:
    """How many mutations of each kind there were, and those not found or named wrongly."""

    kinds: Counter[str] = field(default_factory=Counter)
    missed: list[str] = field(default_factory=list)
    misnamed: list[str] = field(default_factory=list)
    seconds: float = 0.0

    def as_json(self) -> dict[str, Any]:
        """Return the figures as JSON values."""
        total = self.kinds.total()
        found = total - len(self.missed)
        return {
            "mutations": total,
            "detected": found,
            "named": found - len(self.misnamed),
            "missed": self.missed[:10],
            "misnamed": self.misnamed[:10],
            "kinds": dict(sorted(self.kinds.items())),
            "seconds": round(self.seconds, 1),
        }


def drill(intruder: Connection[Any], home: Path, count: int, *, size: int = 400, seed: int = 1) -> Outcome:
    """Tamper `count` times with a log of `size` entries and return what the check saw.

    `intruder` is a connection, in autocommit, of a role that owns the tables of a database made for this: each
    mutation of the database is rolled back, each of the files undone. The check runs inside the transaction.
    """
    chance, outcome, began = random.Random(seed), Outcome(), time.monotonic()  # noqa: S311 - repeatable, no secret
    scene = Scene.play(intruder, home, size, chance)
    try:
        for number in range(count):
            _one(scene, chance, outcome)
            if number % VACUUM_EVERY == 0:
                intruder.execute("VACUUM audit_entry, audit_leaf")
    finally:
        scene.end()
    outcome.seconds = time.monotonic() - began
    return outcome


def _one(scene: Scene, chance: random.Random, outcome: Outcome) -> None:
    if chance.random() < FILE_SHARE:
        kind = chance.choice(sorted(file_mutations.KINDS))
        expected, found = _tamper_with_files(scene, chance, kind)
    else:
        kind = chance.choice(sorted(mutations.KINDS))
        expected, found = _tamper_with_tables(scene, chance, kind)
    outcome.kinds[kind] += 1
    _judge(kind, expected, found, outcome)


def _tamper_with_tables(scene: Scene, chance: random.Random, kind: str) -> tuple[Expected, Finding | None]:
    with scene.intruder.transaction():
        expected = mutations.KINDS[kind](scene, chance)
        found = scene.compare().finding
        raise Rollback
    return expected, found


def _tamper_with_files(scene: Scene, chance: random.Random, kind: str) -> tuple[Expected, Finding | None]:
    with files_restored(scene):
        expected = file_mutations.KINDS[kind](scene, chance)
        in_files, in_database = scene.check_files().finding, scene.compare().finding
    # A place is known by comparing with the database; that the file is at fault, by the signatures.
    return expected, in_files and (in_database if expected.entry_id else in_files)


def _judge(kind: str, expected: Expected, found: Finding | None, outcome: Outcome) -> None:
    if found is None:
        outcome.missed.append(f"{kind} {expected}")
    elif expected.position not in (None, found.position) or expected.entry_id not in (None, found.entry_id):
        outcome.misnamed.append(f"{kind} {expected}: {found}")
