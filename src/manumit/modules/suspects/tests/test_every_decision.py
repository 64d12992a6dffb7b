"""Who may do what with a suspect, in every role, purpose and scene, by a table of its own."""

from manumit.modules.suspects.kinds import GROUPS, SUSPECT
from manumit.spine.access.tests.every_decision import SENSITIVE, WORKERS, Scene, disagreements

SOURCE = "read_confidential_source"
READS = frozenset(f"read_{group}" for group in GROUPS) - {SOURCE}
KEEPS = frozenset({"create", "edit", "move", "seal", "read_log", SOURCE})
DECIDES = frozenset({"supervise", "release", "hold", "export"})
AT_HOME = {
    "analyst": READS | {"work"},
    "investigator": READS | {"work"} | KEEPS,
    "supervisor": READS | {"work"} | KEEPS | DECIDES,
}
"""What each role may do with a record of its own agency; an auditor reads summary and log, to audit."""
OPEN = frozenset({"read_summary", "read_description", "read_identifiers"})
CHANGES = frozenset({"work"}) | KEEPS - {"read_log", SOURCE} | DECIDES
CHILD = {"minor": True}
ALL = frozenset(GROUPS)
SCENES = (
    Scene("ours", more={"minor": False}),
    Scene("ours, a child", more=CHILD),
    Scene("ours, sample", origin="sample", more={"minor": False}),
    Scene("ours, inactive", active=False, more={"minor": False}),
    Scene("ours, a provider", provider=True, more={"minor": False}),
    Scene("theirs", ours=False, partner=True, more={"minor": False}),
    Scene("theirs, pointer", ours=False, partner=True, level="pointer", more={"minor": False}),
    Scene("theirs, open", ours=False, partner=True, level="open", more={"minor": False}),
    Scene("theirs, open, no partner", ours=False, level="open", more={"minor": False}),
    Scene("theirs, open, a child", ours=False, partner=True, level="open", more=CHILD),
    Scene("theirs, open, a provider", ours=False, partner=True, level="open", provider=True, more={"minor": False}),
    *(Scene(f"released: {group}", ours=False, released=frozenset({group}), more={"minor": False}) for group in GROUPS),
    Scene("released: all", ours=False, released=ALL, more={"minor": False}),
    Scene("released: all, sample", ours=False, released=ALL, origin="sample", more={"minor": False}),
    Scene("released: a child", ours=False, partner=True, level="open", released=ALL - {"basis"}, more=CHILD),
    Scene("released: all, a provider", ours=False, released=ALL, provider=True, more={"minor": False}),
    Scene("released: all, inactive", ours=False, released=ALL, active=False, more={"minor": False}),
)


def foretold(scene: Scene, role: str, purpose: str, action: str) -> bool:
    """What the field expects, written without a look at the policy."""
    if not scene.active or scene.provider or (purpose == "training" and scene.origin != "sample"):
        return False
    if (purpose == "audit" and action in CHANGES) or (action == SOURCE and purpose not in SENSITIVE):
        return False
    if scene.ours:
        audits = role == "auditor" and purpose == "audit" and action in {"read_summary", "read_log"}
        return audits or action in AT_HOME.get(role, ())
    if role not in WORKERS:
        return False
    released = action in READS | {"work"} and scene.gives(SUSPECT.context_group(action), purpose)
    opened = scene.level == "open" and scene.partner and action in OPEN and not scene.more["minor"]
    return released or opened


def test_the_policy_decides_as_foretold_in_every_scene() -> None:
    assert disagreements(SUSPECT, SCENES, foretold) == []
