"""Who may do what with an item: one decision a row, and no policy that no row needs."""

import pytest

from manumit.modules.evidence.kinds import EVIDENCE
from manumit.spine.access import policies
from manumit.spine.access.decision import evaluate
from manumit.spine.access.validation import problems
from manumit.spine.identity.actor import Actor

OURS, THEIRS = 1, 2
ROWS = [
    # agency, kind, roles, purpose, active, released, origin, action, allowed, policy
    (OURS, "tribal", "analyst", "investigation", True, "", "entered", "read_custody", True, "owner-reads"),
    (OURS, "tribal", "analyst", "investigation", True, "", "entered", "work", True, "owner-reads"),
    (OURS, "tribal", "intake", "investigation", True, "", "entered", "read_summary", False, ""),
    (THEIRS, "local", "supervisor", "supervision", True, "", "entered", "read_summary", False, ""),
    (THEIRS, "state", "analyst", "investigation", True, "lab", "entered", "read_lab", True, "released"),
    (THEIRS, "state", "analyst", "investigation", True, "lab", "entered", "read_case", False, ""),
    (THEIRS, "state", "analyst", "records", True, "lab", "entered", "read_lab", False, ""),
    (THEIRS, "state", "supervisor", "investigation", True, "lab", "entered", "move", False, ""),
    (OURS, "tribal", "investigator", "investigation", True, "", "entered", "move", True, "owner-keeps"),
    (OURS, "tribal", "analyst", "investigation", True, "", "entered", "move", False, ""),
    (OURS, "tribal", "investigator", "investigation", True, "", "entered", "supervise", False, ""),
    (OURS, "tribal", "supervisor", "supervision", True, "", "entered", "supervise", True, "supervisor-decides"),
    (OURS, "tribal", "auditor", "audit", True, "", "entered", "read_custody", True, "auditor-reads"),
    (OURS, "tribal", "auditor", "audit", True, "", "entered", "read_detail", False, ""),
    (OURS, "tribal", "auditor", "records", True, "", "entered", "read_custody", False, ""),
    (OURS, "tribal", "supervisor", "audit", True, "", "entered", "move", False, "audit-changes-nothing"),
    (OURS, "tribal", "supervisor", "supervision", False, "", "entered", "read_summary", False, "inactive"),
    (OURS, "tribal", "investigator", "training", True, "", "entered", "read_summary", False, "training"),
    (OURS, "tribal", "investigator", "training", True, "", "sample", "read_summary", True, "owner-reads"),
    (OURS, "service_provider", "supervisor", "supervision", True, "", "entered", "read_lab", False, "service-provider"),
    (THEIRS, "service_provider", "analyst", "investigation", True, "lab", "entered", "read_lab", True, "released"),
]


def decide(row):
    """Return what the policy decides of a row."""
    agency, kind, role, purpose, active, released, origin, action, _, _ = row
    actor = Actor(1, agency, frozenset({role}), purpose, kind, active=active)
    triples = [{"agency": agency_of(agency), "group": released, "purpose": "investigation"}] if released else []
    attributes = {"owner": agency_of(OURS), "level": "restricted", "origin": origin, "released": triples}
    entity = {"uid": {"type": "Evidence", "id": "0"}, "attrs": attributes, "parents": []}
    request = {
        "principal": {"type": "User", "id": "1"},
        "action": {"type": "Action", "id": action},
        "resource": entity["uid"],
        "context": {"purpose": purpose, "group": EVIDENCE.context_group(action)},
    }
    return evaluate(EVIDENCE, policies.of(EVIDENCE), actor, [request], [entity])[0]


def agency_of(key: int) -> dict:
    """Return an agency as Cedar names it."""
    return {"__entity": {"type": "Agency", "id": str(key)}}


def test_the_policy_may_start() -> None:
    assert problems(EVIDENCE) == []


@pytest.mark.parametrize("row", ROWS, ids=lambda row: " ".join(map(str, row[:8])))
def test_each_row_is_decided_as_written(row) -> None:
    decision = decide(row)
    assert decision.allowed is row[8]
    assert (row[9] in decision.policies) if row[9] else decision.policies == ()


def test_every_policy_decides_some_row() -> None:
    assert {policy.id for policy in policies.of(EVIDENCE).by_internal.values()} == {row[9] for row in ROWS} - {""}
