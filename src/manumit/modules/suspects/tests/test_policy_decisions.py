"""Who may do what with a suspect: one decision a row, and no policy that no row needs."""

import pytest

from manumit.modules.suspects.kinds import SUSPECT
from manumit.spine.access import policies
from manumit.spine.access.decision import evaluate
from manumit.spine.access.validation import problems
from manumit.spine.identity.actor import Actor

OURS, THEIRS = 1, 2
ROWS = [
    # agency, kind, role, purpose, active, released, level, minor, action, allowed, policy
    (OURS, "tribal", "analyst", "investigation", True, "", "restricted", False, "read_basis", True, "owner-reads"),
    (OURS, "tribal", "intake", "investigation", True, "", "restricted", False, "read_summary", False, ""),
    (OURS, "tribal", "analyst", "investigation", True, "", "restricted", False, "read_confidential_source", False, ""),
    (OURS, "tribal", "investigator", "investigation", True, "", "restricted", False, "read_confidential_source", True,
     "owner-reads-source"),
    (OURS, "tribal", "investigator", "records", True, "", "restricted", False, "read_confidential_source", False,
     "sealed-purpose"),
    (THEIRS, "state", "analyst", "investigation", True, "basis", "restricted", False, "read_basis", True, "released"),
    (THEIRS, "state", "analyst", "records", True, "basis", "restricted", False, "read_basis", False, ""),
    (THEIRS, "state", "supervisor", "investigation", True, "basis", "restricted", False, "move", False, ""),
    (THEIRS, "state", "analyst", "investigation", True, "", "open", False, "read_description", True, "open-partners"),
    (THEIRS, "state", "analyst", "investigation", True, "", "open", False, "read_basis", False, ""),
    (THEIRS, "state", "analyst", "investigation", True, "", "pointer", False, "read_summary", False, ""),
    (THEIRS, "state", "analyst", "investigation", True, "", "open", True, "read_description", False,
     "minor-by-release-only"),
    (THEIRS, "state", "analyst", "investigation", True, "description", "restricted", True, "read_description", True,
     "released"),
    (OURS, "tribal", "analyst", "investigation", True, "", "restricted", True, "read_description", True, "owner-reads"),
    (OURS, "tribal", "investigator", "investigation", True, "", "restricted", False, "move", True, "owner-keeps"),
    (OURS, "tribal", "investigator", "investigation", True, "", "restricted", False, "release", False, ""),
    (OURS, "tribal", "supervisor", "supervision", True, "", "restricted", False, "release", True,
     "supervisor-decides"),
    (OURS, "tribal", "auditor", "audit", True, "", "restricted", False, "read_log", True, "auditor-reads"),
    (OURS, "tribal", "auditor", "audit", True, "", "restricted", False, "read_description", False, ""),
    (OURS, "tribal", "supervisor", "audit", True, "", "restricted", False, "move", False, "audit-changes-nothing"),
    (OURS, "tribal", "supervisor", "supervision", False, "", "restricted", False, "read_summary", False, "inactive"),
    (OURS, "tribal", "investigator", "training", True, "", "restricted", False, "read_summary", False, "training"),
    (THEIRS, "service_provider", "analyst", "investigation", True, "basis", "restricted", False, "read_basis", False,
     "service-provider"),
]  # fmt: skip


def decide(row):
    """Return what the policy decides of a row."""
    agency, kind, role, purpose, active, released, level, minor, action, _, _ = row
    actor = Actor(1, agency, frozenset({role}), purpose, kind, partner=True, active=active)
    triples = [{"agency": agency_of(agency), "group": released, "purpose": "investigation"}] if released else []
    attributes = {
        "owner": agency_of(OURS), "level": level, "origin": "entered", "minor": minor, "released": triples,
    }  # fmt: skip
    entity = {"uid": {"type": "Suspect", "id": "0"}, "attrs": attributes, "parents": []}
    request = {
        "principal": {"type": "User", "id": "1"},
        "action": {"type": "Action", "id": action},
        "resource": entity["uid"],
        "context": {"purpose": purpose, "group": SUSPECT.context_group(action)},
    }
    return evaluate(SUSPECT, policies.of(SUSPECT), actor, [request], [entity])[0]


def agency_of(key: int) -> dict:
    """Return an agency as Cedar names it."""
    return {"__entity": {"type": "Agency", "id": str(key)}}


def test_the_policy_may_start() -> None:
    assert problems(SUSPECT) == []


@pytest.mark.parametrize("row", ROWS, ids=lambda row: " ".join(map(str, row[:9])))
def test_each_row_is_decided_as_written(row) -> None:
    decision = decide(row)
    assert decision.allowed is row[9]
    assert (row[10] in decision.policies) if row[10] else decision.policies == ()


def test_every_policy_decides_some_row() -> None:
    assert {policy.id for policy in policies.of(SUSPECT).by_internal.values()} == {row[10] for row in ROWS} - {""}
