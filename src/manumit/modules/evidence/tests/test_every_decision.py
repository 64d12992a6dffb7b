"""Who may do what with an item of evidence, in every role, purpose and scene, by a table of its own."""

from manumit.modules.evidence.kinds import EVIDENCE
from manumit.spine.access.tests.every_decision import WORKERS, Scene, disagreements

READS = frozenset(f"read_{group}" for group in EVIDENCE.groups) | {"work"}
KEEPS = frozenset({"create", "edit", "move", "read_log"})
DECIDES = frozenset({"supervise", "release", "hold", "export"})
AT_HOME = {"analyst": READS, "investigator": READS | KEEPS, "supervisor": READS | KEEPS | DECIDES}
AUDITED = frozenset({"read_summary", "read_custody", "read_log"})
CHANGES = (KEEPS - {"read_log"}) | DECIDES | {"work"}
ALL = frozenset(EVIDENCE.groups)
SCENES = (
    Scene("ours"),
    Scene("ours, sample", origin="sample"),
    Scene("ours, inactive", active=False),
    Scene("ours, a provider", provider=True),
    Scene("theirs", ours=False, partner=True, level="open"),
    *(Scene(f"released: {group}", ours=False, released=frozenset({group})) for group in EVIDENCE.groups),
    Scene("released: all, a provider", ours=False, released=ALL, provider=True),
    Scene("released: custody, a provider", ours=False, released=frozenset({"custody"}), provider=True),
    Scene("released: all, inactive", ours=False, released=ALL, active=False),
)


def foretold(scene: Scene, role: str, purpose: str, action: str) -> bool:
    """What the field expects, written without a look at the policy."""
    given = action in READS and scene.gives(EVIDENCE.context_group(action), purpose)
    if not scene.active or (scene.provider and not given) or (purpose == "training" and scene.origin != "sample"):
        return False
    if purpose == "audit" and action in CHANGES:
        return False
    if not scene.ours:
        return role in WORKERS and given
    return (role == "auditor" and purpose == "audit" and action in AUDITED) or action in AT_HOME.get(role, ())


def test_the_policy_decides_as_foretold_in_every_scene() -> None:
    assert disagreements(EVIDENCE, SCENES, foretold) == []
