"""Comparing what the reader proposes with what people found: recall, precision, agency and pillar."""

from __future__ import annotations

import csv
from dataclasses import dataclass, field
from pathlib import Path

from manumit.modules.action_plan.reading import Proposal


@dataclass
class Measure:
    found: list = field(default_factory=list)
    missed: list = field(default_factory=list)
    extra: list = field(default_factory=list)
    wrong: list = field(default_factory=list)

    @property
    def recall(self) -> float:
        return len(self.found) / (len(self.found) + len(self.missed))

    @property
    def precision(self) -> float:
        return len(self.found) / max(1, len(self.found) + len(self.extra))

    @property
    def rightly_placed(self) -> float:
        return 1 - len(self.wrong) / max(1, len(self.found))


def truth(path: Path, document: str) -> list[dict]:
    with path.open(encoding="utf-8", newline="") as file:
        return [row for row in csv.DictReader(file) if row["document"] == document]


def compare(rows: list[dict], proposals: list[Proposal]) -> Measure:
    """A row is found by a proposal of the same sentence and verb, each counted once."""
    measure, left = Measure(), list(proposals)
    for row in rows:
        match = next((each for each in left if _same(row, each)), None)
        if match is None:
            measure.missed.append(row)
            continue
        left.remove(match)
        measure.found.append((row, match))
        if set(match.agencies) != set(row["agency"].split("+")) or match.pillar != row["pillar"]:
            measure.wrong.append((row, match))
    measure.extra = left
    return measure


def _same(row: dict, proposal: Proposal) -> bool:
    opening = proposal.sentence.replace("’", "'").startswith(row["opening"].replace("’", "'"))
    return opening and bool(set(row["verb"].split("|")) & set(proposal.verb.split(" and ")))
