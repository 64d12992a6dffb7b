"""Many random histories, one a record, in worlds that they share; each world is rolled back and nothing of it stays.

What one record goes through is a history. The records of a world share its agreements, its nation's decisions and its
time, so that a withdrawal or a day that passes reaches all of them at once, as it does in life.
"""

from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field
from random import Random
from typing import Any

from django.db import connection, transaction

from manumit.spine.access import kinds
from manumit.spine.audit.proofs.savepoints import kept_prepared
from manumit.spine.records import registry
from manumit.spine.records.releasable import Releasable

from .scene import Clock, Scene, scene
from .walk import Disagreement, Walk

RECORDS = 100
"""Histories in one world."""
WORLDS = 20
"""Worlds between two new casts."""


@dataclass
class Drilled:
    """How many histories and worlds; `steps` that happened to a record, and what was done, by deed.

    `decisions` are answers of list, Cedar and model held against each other; `looks` records opened one by one, `reads`
    those of them that were logged and explained. `disagreement` is what went otherwise first, empty where nothing did.
    """

    histories: int = 0
    worlds: int = 0
    steps: int = 0
    done: Counter[str] = field(default_factory=Counter)
    refused: Counter[str] = field(default_factory=Counter)
    decisions: int = 0
    looks: int = 0
    reads: int = 0
    disagreement: str = ""

    def as_json(self) -> dict[str, Any]:
        """Return the fields."""
        return {**vars(self), "done": dict(self.done), "refused": dict(self.refused)}


def drill(
    histories: int,
    *,
    steps: int = 4,
    seed: int = 1,
    records: int = RECORDS,
    progress: Callable[[int], None] | None = None,
) -> Drilled:
    """Walk `histories` in worlds of `records`, each through `steps` rounds; the same seed walks the same.

    Stops at the first disagreement.
    """
    drilled, sizes = Drilled(), _sizes(histories, records)
    for start in range(0, len(sizes), WORLDS):
        clock = Clock()
        with transaction.atomic(), clock.kept(), kept_prepared():
            _walk_indexes()
            played = scene(clock, _first(), max(sizes))
            for number, size in enumerate(sizes[start : start + WORLDS], start):
                if not drilled.disagreement:
                    _walk(drilled, Random(f"{seed}.{number}"), played, size, steps)  # noqa: S311 - the same seed walks the same
                    (progress or _nobody)(drilled.histories)
            transaction.set_rollback(True)
    return drilled


def _walk_indexes() -> None:
    """Let plans use indexes in this transaction: the planner knows no figures of rows that nobody ever commits."""
    with connection.cursor() as cursor:
        cursor.execute("SET LOCAL enable_seqscan = off")


def _sizes(histories: int, records: int) -> list[int]:
    return [min(records, histories - begun) for begun in range(0, histories, records)]


def _nobody(done: int) -> None:
    """Nobody is told."""


def _first() -> Releasable:
    """Return a kind to play with: one that names nations, else the first. Raises LookupError where none is offered."""
    offers = registry.providers(Releasable)
    return next((offer for offer in offers if kinds.get(offer.kind).nation), None) or next(iter(offers))


def _walk(drilled: Drilled, chance: Random, played: Scene, size: int, rounds: int) -> None:
    begun = played.clock.at
    with transaction.atomic():
        walk = Walk(chance, played, size)
        try:
            walk.go(rounds)
        except Disagreement as found:
            drilled.disagreement = str(found)
        transaction.set_rollback(True)
    played.clock.at = begun
    drilled.histories += size
    drilled.worlds += 1
    drilled.steps += walk.steps
    drilled.done.update(walk.done)
    drilled.refused.update(walk.refused)
    drilled.decisions += walk.looking.decisions
    drilled.looks += walk.looking.looks
    drilled.reads += walk.looking.reads
