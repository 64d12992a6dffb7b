"""The decision table of the case policy: `policy_decisions.csv`, one named decision a row."""

import csv
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from manumit.modules.cases.kinds import CASE
from manumit.spine.access import policies
from manumit.spine.access.decision import Decision, evaluate
from manumit.spine.identity.actor import Actor

TABLE = Path(__file__).with_name("policy_decisions.csv")


@dataclass(frozen=True)
class Row:
    """Who asks what of which case, and the answer; `policy` is the one that must decide, empty where none permits."""

    who: str
    actor: Actor
    entity: dict
    action: str
    expected: bool
    policy: str

    def decide(self, policy_set: policies.PolicySet) -> Decision:
        """Return what `policy_set` decides."""
        request = {
            "principal": {"type": "User", "id": str(self.actor.person_id)},
            "action": {"type": "Action", "id": self.action},
            "resource": self.entity["uid"],
            "context": {"purpose": self.actor.purpose, "group": CASE.context_group(self.action)},
        }
        return evaluate(CASE, policy_set, self.actor, [request], [self.entity])[0]


def rows() -> Iterator[Row]:
    """Yield the rows of the table."""
    with TABLE.open(encoding="utf-8", newline="") as lines:
        for line in csv.DictReader(lines):
            yield Row(line["who"], _actor(line), _case(line), line["action"], line["expected"] == "yes", line["policy"])


def _actor(line) -> Actor:
    roles = frozenset(line["roles"].split("+"))
    partner, active = line["partner"] == "yes", line["active"] == "yes"
    return Actor(1, int(line["agency"]), roles, line["purpose"], line["kind"], partner, active)


def _case(line) -> dict:
    released = [pair.split(":") for pair in line["released"].split("+") if pair]
    attributes = {
        "owner": _agency(line["owner"]),
        "level": line["level"],
        "protected": line["protected"] == "yes",
        "cji": line["cji"] == "yes",
        "origin": line["origin"],
        "released": [{"agency": _agency(line["agency"]), "group": g, "purpose": p} for g, p in released],
    }
    return {"uid": {"type": "Case", "id": "0"}, "attrs": attributes, "parents": []}


def _agency(key: str) -> dict:
    return {"__entity": {"type": "Agency", "id": key}}
