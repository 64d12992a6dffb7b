"""Who may ask, and read what was asked, in every role, purpose and scene, by a table of its own."""

from manumit.modules.inquiry.kinds import GROUPS, INQUIRY
from manumit.spine.access.tests.every_decision import SENSITIVE, Scene, disagreements

READS = frozenset(f"read_{group}" for group in GROUPS) | {"work", "create"}
AT_HOME = {"analyst": READS, "investigator": READS, "supervisor": READS | {"supervise", "read_log", "hold"}}
AUDITED = frozenset({"read_summary", "read_question", "read_log"})
SCENES = (
    Scene("ours"),
    Scene("ours, sample", origin="sample"),
    Scene("ours, inactive", active=False),
    Scene("ours, a provider", provider=True),
    Scene("theirs", ours=False, partner=True, level="open", released=frozenset(GROUPS)),
)


def foretold(scene: Scene, role: str, purpose: str, action: str) -> bool:
    """What the field expects, written without a look at the policy: what an agency asks is nobody else's."""
    if not scene.ours or not scene.active or scene.provider or (purpose == "training" and scene.origin != "sample"):
        return False
    if action == "create" and purpose not in SENSITIVE and scene.origin != "sample":
        return False
    if purpose == "audit" and action in {"work", "supervise", "hold"}:
        return False
    return (role == "auditor" and purpose == "audit" and action in AUDITED) or action in AT_HOME.get(role, ())


def test_the_policy_decides_as_foretold_in_every_scene() -> None:
    assert disagreements(INQUIRY, SCENES, foretold) == []
