"""Many random histories, each in transactions that are rolled back: nothing of them stays."""

from collections import Counter
from collections.abc import Callable
from dataclasses import asdict, dataclass, field
from random import Random
from typing import Any

from django.db import transaction

from manumit.spine.access import kinds
from manumit.spine.records import registry
from manumit.spine.records.releasable import Releasable

from .scene import Clock, Scene, scene
from .walk import Disagreement, Walk

BATCH = 50
"""Histories between two new casts."""


@dataclass
class Drilled:
    """How many histories, steps and allowed ones by deed, decisions held against each other, reads that were logged.

    `disagreement` is the first history that went otherwise, empty where none did.
    """

    histories: int = 0
    steps: int = 0
    done: Counter[str] = field(default_factory=Counter)
    decisions: int = 0
    reads: int = 0
    disagreement: str = ""

    def as_json(self) -> dict[str, Any]:
        """Return the fields."""
        return asdict(self)


def drill(histories: int, *, steps: int = 6, seed: int = 1, progress: Callable[[int], None] | None = None) -> Drilled:
    """Walk `histories` of `steps` steps; the same seed walks the same. Stops at the first disagreement."""
    drilled = Drilled()
    for start in range(0, histories, BATCH):
        clock = Clock()
        with transaction.atomic(), clock.kept():
            played = scene(clock, _first())
            for number in range(start, min(start + BATCH, histories)):
                if not drilled.disagreement:
                    _walk(drilled, Random(f"{seed}.{number}"), played, steps)  # noqa: S311 - the same seed walks the same
            transaction.set_rollback(True)
        if progress:
            progress(drilled.histories)
    return drilled


def _first() -> Releasable:
    """Return a kind to play with: one that names nations, else the first. Raises LookupError where none is offered."""
    offers = registry.providers(Releasable)
    return next((offer for offer in offers if kinds.get(offer.kind).nation), None) or next(iter(offers))


def _walk(drilled: Drilled, chance: Random, played: Scene, steps: int) -> None:
    begun = played.clock.at
    with transaction.atomic():
        walk = Walk(chance, played)
        try:
            walk.go(steps)
        except Disagreement as found:
            drilled.disagreement = str(found)
        transaction.set_rollback(True)
    played.clock.at = begun
    drilled.histories += 1
    drilled.steps += len(walk.taken)
    drilled.done.update(each.split()[0] for each in walk.taken if "refused" not in each)
    drilled.decisions += walk.decisions
    drilled.reads += walk.reads
