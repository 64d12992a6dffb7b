"""Load the commitments of 2024 for the demonstration, through the same actions people use."""

import csv
from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import Any

from django.utils.dateparse import parse_date

from manumit.spine.identity.actor import Actor

from ..models import Commitment, Plan
from .add_plan import PillarText, add_plan
from .file_commitment import file_commitment
from .give_evidence import give_evidence
from .publish_commitment import publish_commitment

FACTS = Path(__file__).parents[1] / "sample" / "commitments_2024.csv"
ORIGIN = "sample"
MADE_ON = date(2024, 2, 14)
PILLARS = (
    PillarText("prevention", "Prevention"),
    PillarText("protection", "Protection"),
    PillarText("prosecution", "Prosecution"),
    PillarText("partnerships", "Crosscutting approaches and institutional effectiveness"),
)
SOURCES = {
    "fact sheet": "Fact sheet of the task force, 14 February 2024",
    "statement": "Statement of the Department of State, February 2024",
}


def load_sample(actors: Sequence[Actor], wanted: int) -> int:
    """File the commitments, published, if none is there, in the name of the one who keeps the secretariat.

    Returns how many were added; none where nobody of `actors` keeps the secretariat. `wanted` of 0 adds none.
    """
    keeper = next((actor for actor in actors if "secretariat" in actor.roles), None)
    if keeper is None or not wanted or count_sample():
        return 0
    plan = add_plan(
        keeper, {"title": "National action plan of December 2021", "adopted_on": date(2021, 12, 3)}, PILLARS,
        source="The plan", origin=ORIGIN,
    )  # fmt: skip
    rows = _rows()
    for row in rows:
        _file(keeper, plan, row)
    return len(rows)


def count_sample() -> int:
    """Return how many of them are there."""
    return Commitment.unscoped.filter(origin=ORIGIN).count()


def _rows() -> list[dict[str, str]]:
    with FACTS.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def _file(keeper: Actor, plan: Plan, row: dict[str, str]) -> None:
    values: dict[str, Any] = {
        "plan": plan,
        "agency_code": row["agency"],
        "joint_codes": [row["joint"]] if row["joint"] else [],
        "made_on": MADE_ON,
        "thing": row["title"],
        "target": int(row["target"]) if row["target"] else None,
        "counted_by": "evidence" if row["target"] else "",
        "amount": row["amount"] or None,
        "due_on": parse_date(row["due"]) if row["due"] else None,
        **{name: row[name] for name in ("pillar", "verb", "title", "measure", "status", "outcome")},
    }
    commitment = file_commitment(keeper, values, source=SOURCES[row["document"]], origin=ORIGIN)
    if row["outcome"]:
        shown = {"evidence_kind": "document", "title": row["outcome"], "counts": int(row["counts"] or 0)}
        give_evidence(keeper, commitment, shown)
    publish_commitment(keeper, commitment, expected_version=commitment.version)
