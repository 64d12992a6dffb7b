"""Who may ask and read what was asked: one decision a row, and no policy that no row needs."""

import pytest

from manumit.modules.inquiry.kinds import INQUIRY
from manumit.spine.access import policies
from manumit.spine.access.decision import evaluate
from manumit.spine.access.validation import problems
from manumit.spine.identity.actor import Actor

OURS, THEIRS = 1, 2
INVESTIGATE = "investigation"
ROWS = [
    # agency, kind, role, purpose, active, origin, action, allowed, policy
    (OURS, "tribal", "investigator", INVESTIGATE, True, "entered", "create", True, "agency-asks"),
    (OURS, "tribal", "analyst", "supervision", True, "entered", "create", True, "agency-asks"),
    (OURS, "tribal", "intake", INVESTIGATE, True, "entered", "create", False, ""),
    (OURS, "tribal", "auditor", INVESTIGATE, True, "entered", "create", False, ""),
    (OURS, "tribal", "investigator", "records", True, "entered", "create", False, "asked-for-investigation"),
    (OURS, "tribal", "investigator", "records", True, "sample", "create", True, "agency-asks"),
    (OURS, "tribal", "investigator", INVESTIGATE, True, "entered", "read_answers", True, "agency-reads"),
    (OURS, "tribal", "auditor", "audit", True, "entered", "read_question", True, "auditor-reads"),
    (OURS, "tribal", "auditor", "audit", True, "entered", "read_answers", False, ""),
    (OURS, "tribal", "auditor", INVESTIGATE, True, "entered", "read_question", False, ""),
    (OURS, "tribal", "supervisor", INVESTIGATE, True, "entered", "read_log", True, "supervisor-sees-log"),
    (OURS, "tribal", "investigator", INVESTIGATE, True, "entered", "read_log", False, ""),
    (OURS, "tribal", "supervisor", "audit", True, "entered", "hold", False, "audit-changes-nothing"),
    (OURS, "tribal", "investigator", INVESTIGATE, False, "entered", "read_summary", False, "inactive"),
    (OURS, "tribal", "investigator", "training", True, "entered", "read_summary", False, "training"),
    (OURS, "tribal", "investigator", "training", True, "sample", "read_summary", True, "agency-reads"),
    (OURS, "service_provider", "investigator", INVESTIGATE, True, "entered", "create", False, "service-provider"),
    (OURS, "service_provider", "investigator", INVESTIGATE, True, "entered", "read_answers", False, "service-provider"),
    (THEIRS, "state", "supervisor", INVESTIGATE, True, "entered", "read_summary", False, ""),
    (THEIRS, "state", "investigator", INVESTIGATE, True, "entered", "create", False, ""),
]


def decide(row):
    """Return what the policy decides of a row."""
    agency, kind, role, purpose, active, origin, action, _, _ = row
    actor = Actor(1, agency, frozenset({role}), purpose, kind, partner=True, active=active)
    attributes = {"owner": agency_of(OURS), "level": "open", "origin": origin, "released": []}
    entity = {"uid": {"type": "Inquiry", "id": "0"}, "attrs": attributes, "parents": []}
    request = {
        "principal": {"type": "User", "id": "1"},
        "action": {"type": "Action", "id": action},
        "resource": entity["uid"],
        "context": {"purpose": purpose, "group": INQUIRY.context_group(action)},
    }
    return evaluate(INQUIRY, policies.of(INQUIRY), actor, [request], [entity])[0]


def agency_of(key: int) -> dict:
    """Return an agency as Cedar names it."""
    return {"__entity": {"type": "Agency", "id": str(key)}}


def test_the_policy_may_start() -> None:
    assert problems(INQUIRY) == []


@pytest.mark.parametrize("row", ROWS, ids=lambda row: " ".join(map(str, row[:7])))
def test_each_row_is_decided_as_written(row) -> None:
    decision = decide(row)
    assert decision.allowed is row[7]
    assert (row[8] in decision.policies) if row[8] else decision.policies == ()


def test_every_policy_decides_some_row() -> None:
    assert {policy.id for policy in policies.of(INQUIRY).by_internal.values()} == {row[8] for row in ROWS} - {""}
