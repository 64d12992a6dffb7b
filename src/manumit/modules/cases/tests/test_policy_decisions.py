"""The case policy decides every row of its table, and no part of it can be dropped unnoticed."""

import copy
import json
from collections.abc import Iterator

import cedarpy
import pytest

from manumit.modules.cases.kinds import CASE
from manumit.spine.access import policies
from manumit.spine.access.validation import problems

from .policy_table import Row, rows

ROWS = list(rows())
TEXT = CASE.policy.read_text(encoding="utf-8")
FORM = json.loads(cedarpy.policies_to_json_str(TEXT))


def test_the_policy_may_start() -> None:
    assert problems(CASE) == []


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row.who)
def test_the_table_is_decided_as_written(row: Row) -> None:
    decision = row.decide(policies.parse(TEXT))
    assert decision.allowed is row.expected
    if row.policy:
        assert row.policy in decision.policies
        assert all(decision.reasons)


def test_every_policy_decides_some_row() -> None:
    named = {row.policy for row in ROWS}
    assert {policy.id for policy in policies.parse(TEXT).by_internal.values()} == named - {""}


def mutants() -> Iterator[tuple[str, dict]]:
    """Yield the policies with one part less: a policy, action, clause, side of `&&` or `||`, member of a set."""
    for name, body in FORM["staticPolicies"].items():
        label = body["annotations"]["id"]
        yield f"{label} removed", {key: value for key, value in FORM["staticPolicies"].items() if key != name}
        for part, changed in _smaller(body):
            yield f"{label} without {part}", {**FORM["staticPolicies"], name: changed}


def _smaller(body: dict) -> Iterator[tuple[str, dict]]:
    for place, entity in enumerate(body["action"].get("entities", [])):
        changed = copy.deepcopy(body)
        del changed["action"]["entities"][place]
        yield entity["id"], changed
    for place, clause in enumerate(body["conditions"]):
        changed = copy.deepcopy(body)
        del changed["conditions"][place]
        yield f"{clause['kind']} {place}", changed
        for part, smaller in _parts(clause["body"]):
            changed = copy.deepcopy(body)
            changed["conditions"][place]["body"] = smaller
            yield f"{clause['kind']} {place} {part}", changed


def _parts(node: dict) -> Iterator[tuple[str, dict]]:
    ((operator, inside),) = node.items()
    if operator in {"&&", "||"}:
        yield f"{operator} left", inside["right"]
        yield f"{operator} right", inside["left"]
        for side in ("left", "right"):
            for part, smaller in _parts(inside[side]):
                yield f"{side} {part}", {operator: {**inside, side: smaller}}
    for side in ("left", "right") if operator in {"contains", "containsAny"} else ():
        for place, member in enumerate(inside[side].get("Set", [])):
            members = [each for n, each in enumerate(inside[side]["Set"]) if n != place]
            yield f"member {member['Value']}", {operator: {**inside, side: {"Set": members}}}


MUTANTS = dict(mutants())


@pytest.mark.parametrize("mutant", MUTANTS)
def test_dropping_any_part_is_noticed(mutant: str) -> None:
    form = {"templates": {}, "staticPolicies": MUTANTS[mutant], "templateLinks": []}
    text = cedarpy.policies_from_json_str(json.dumps(form))
    changed = policies.parse(text)
    assert any(row.decide(changed).allowed is not row.expected for row in ROWS), f"No row of the table needs: {mutant}"
