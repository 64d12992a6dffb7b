"""Who may do what with a tip: one decision a row, and no policy that no row needs."""

import pytest

from manumit.modules.tips.kinds import TIP
from manumit.spine.access import policies
from manumit.spine.access.decision import evaluate
from manumit.spine.access.validation import problems
from manumit.spine.identity.actor import Actor

OURS, THEIRS = 1, 2
INVESTIGATE, PENDING = "investigation", "pending"
ROWS = [
    # agency, kind, role, purpose, active, released, state, action, allowed, policy
    (OURS, "tribal", "triage", INVESTIGATE, True, "", "received", "read_content", True, "triage-reads"),
    (OURS, "tribal", "triage", INVESTIGATE, True, "", "spam", "read_summary", True, "triage-reads"),
    (OURS, "tribal", "triage", INVESTIGATE, True, "", "received", "move", True, "triage-moves"),
    (OURS, "tribal", "triage", INVESTIGATE, True, "", PENDING, "supervise", False, ""),
    (OURS, "tribal", "triage", INVESTIGATE, True, "", PENDING, "read_payment", False, ""),
    (OURS, "tribal", "supervisor", INVESTIGATE, True, "", "received", "read_summary", False, "untriaged"),
    (OURS, "tribal", "supervisor", INVESTIGATE, True, "", "spam", "read_giver", False, "untriaged"),
    (OURS, "tribal", "supervisor", INVESTIGATE, True, "", "received", "hold", False, "untriaged"),
    (OURS, "tribal", "investigator", INVESTIGATE, True, "", "received", "create", True, "anybody-records"),
    (OURS, "tribal", "intake", INVESTIGATE, True, "", "received", "create", True, "anybody-records"),
    (OURS, "tribal", "intake", INVESTIGATE, True, "", PENDING, "read_summary", False, ""),
    (OURS, "tribal", "analyst", INVESTIGATE, True, "", PENDING, "read_content", True, "owner-reads"),
    (OURS, "tribal", "analyst", INVESTIGATE, True, "", PENDING, "edit", False, ""),
    (OURS, "tribal", "analyst", INVESTIGATE, True, "", PENDING, "read_giver", False, ""),
    (OURS, "tribal", "investigator", INVESTIGATE, True, "", PENDING, "edit", True, "owner-works"),
    (OURS, "tribal", "investigator", INVESTIGATE, True, "", PENDING, "move", False, ""),
    (OURS, "tribal", "investigator", INVESTIGATE, True, "", PENDING, "read_giver", False, ""),
    (OURS, "tribal", "supervisor", INVESTIGATE, True, "", PENDING, "read_giver", True, "giver-read"),
    (OURS, "tribal", "triage", "records", True, "", PENDING, "read_giver", False, "sealed-purpose"),
    (OURS, "tribal", "supervisor", "supervision", True, "", PENDING, "read_payment", True, "supervisor-decides"),
    (OURS, "tribal", "supervisor", "records", True, "", PENDING, "read_payment", False, "sealed-purpose"),
    (OURS, "tribal", "auditor", "audit", True, "", PENDING, "read_log", True, "auditor-reads"),
    (OURS, "tribal", "auditor", "audit", True, "", "received", "read_summary", False, "untriaged"),
    (OURS, "tribal", "triage", "audit", True, "", PENDING, "move", False, "audit-changes-nothing"),
    (OURS, "tribal", "triage", INVESTIGATE, False, "", PENDING, "read_summary", False, "inactive"),
    (OURS, "tribal", "triage", "training", True, "", PENDING, "read_summary", False, "training"),
    (THEIRS, "state", "triage", INVESTIGATE, True, "", PENDING, "read_summary", False, ""),
    (THEIRS, "state", "triage", INVESTIGATE, True, "content", PENDING, "read_content", False, ""),
    (THEIRS, "state", "investigator", INVESTIGATE, True, "content", PENDING, "read_content", False, ""),
    (THEIRS, "state", "triage", INVESTIGATE, True, "giver", "received", "read_giver", False, ""),
    (OURS, "service_provider", "triage", INVESTIGATE, True, "", PENDING, "read_summary", False, "service-provider"),
]  # fmt: skip


def decide(row):
    """Return what the policy decides of a row."""
    agency, kind, role, purpose, active, released, state, action, _, _ = row
    actor = Actor(1, agency, frozenset({role}), purpose, kind, partner=True, active=active)
    triples = [{"agency": agency_of(agency), "group": released, "purpose": INVESTIGATE}] if released else []
    attributes = {
        "owner": agency_of(OURS), "level": "open", "origin": "entered", "state": state, "released": triples,
    }  # fmt: skip
    entity = {"uid": {"type": "Tip", "id": "0"}, "attrs": attributes, "parents": []}
    request = {
        "principal": {"type": "User", "id": "1"},
        "action": {"type": "Action", "id": action},
        "resource": entity["uid"],
        "context": {"purpose": purpose, "group": TIP.context_group(action)},
    }
    return evaluate(TIP, policies.of(TIP), actor, [request], [entity])[0]


def agency_of(key: int) -> dict:
    """Return an agency as Cedar names it."""
    return {"__entity": {"type": "Agency", "id": str(key)}}


def test_the_policy_may_start() -> None:
    assert problems(TIP) == []


@pytest.mark.parametrize("row", ROWS, ids=lambda row: " ".join(map(str, row[:8])))
def test_each_row_is_decided_as_written(row) -> None:
    decision = decide(row)
    assert decision.allowed is row[8]
    assert (row[9] in decision.policies) if row[9] else decision.policies == ()


def test_every_policy_decides_some_row() -> None:
    assert {policy.id for policy in policies.of(TIP).by_internal.values()} == {row[9] for row in ROWS} - {""}
