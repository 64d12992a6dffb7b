"""Who may do what with a tip, in every role, purpose and scene, by a table of its own."""

from manumit.modules.tips.kinds import GROUPS, TIP
from manumit.spine.access.tests.every_decision import SENSITIVE, WORKERS, Scene, disagreements

SEALED = frozenset({"read_giver", "read_payment"})
READS = frozenset({"read_summary", "read_content", "read_conversation", "read_triage", "read_case", "work"})
AT_HOME = {
    "triage": READS | {"read_reward", "read_log", "read_giver", "move", "edit", "seal", "create"},
    "analyst": READS | {"create"},
    "investigator": READS | {"create", "edit"},
    "supervisor": READS | SEALED | {"create", "edit", "supervise", "hold", "read_log", "read_reward"},
    "intake": frozenset({"create"}),
}
"""What each role may do with a tip that triage passed on; an auditor reads summary and log, to audit."""
CHANGES = frozenset({"create", "edit", "move", "work", "supervise", "seal", "hold"})
ALL = frozenset(GROUPS)
SCENES = (
    *(Scene(state, more={"state": state}) for state in ("pending", "received", "spam", "cleared")),
    Scene("sample", origin="sample", more={"state": "pending"}),
    Scene("inactive", active=False, more={"state": "pending"}),
    Scene("a provider", provider=True, more={"state": "pending"}),
    Scene("theirs", ours=False, partner=True, level="open", released=ALL, more={"state": "pending"}),
    Scene("theirs, untriaged", ours=False, partner=True, level="open", released=ALL, more={"state": "received"}),
)


def foretold(scene: Scene, role: str, purpose: str, action: str) -> bool:
    """What the field expects, written without a look at the policy: no tip is released or open to anybody."""
    if not scene.ours or not scene.active or scene.provider or (purpose == "training" and scene.origin != "sample"):
        return False
    if (purpose == "audit" and action in CHANGES) or (action in SEALED and purpose not in SENSITIVE):
        return False
    if scene.more["state"] in {"received", "spam"} and role != "triage" and action != "create":
        return False
    audits = role == "auditor" and purpose == "audit" and action in {"read_summary", "read_log"}
    return audits or action in AT_HOME.get(role, ())


def test_the_policy_decides_as_foretold_in_every_scene() -> None:
    assert disagreements(TIP, SCENES, foretold) == []
    assert set(WORKERS) < set(AT_HOME)
