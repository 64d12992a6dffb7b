"""All that a policy decides of single records, each role, purpose and action in each scene, beside what is foretold."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from itertools import product
from typing import Any

from manumit.spine.access import Kind, policies
from manumit.spine.access.decision import evaluate
from manumit.spine.identity.actor import Actor
from manumit.spine.identity.choices import Purpose, Role

OURS, THEIRS = 1, 2
OWNER: Mapping[str, object] = {"__entity": {"type": "Agency", "id": str(OURS)}}
ASKER: Mapping[bool, Mapping[str, object]] = {
    True: OWNER, False: {"__entity": {"type": "Agency", "id": str(THEIRS)}},
}  # fmt: skip
WORKERS = frozenset({"investigator", "supervisor", "analyst"})
SENSITIVE = frozenset({"investigation", "supervision"})


@dataclass(frozen=True)
class Scene:
    """A record and who asks: whether their agency owns it, is a service provider, a partner; whether they are active.

    `released` names the groups released to their agency, for investigation. `more` are further attributes.
    """

    name: str
    ours: bool = True
    active: bool = True
    provider: bool = False
    partner: bool = False
    level: str = "restricted"
    origin: str = "entered"
    released: frozenset[str] = frozenset()
    more: Mapping[str, Any] = field(default_factory=dict)

    def gives(self, group: str, purpose: str) -> bool:
        """Whether a release gives `group` for `purpose`."""
        return group in self.released and purpose == "investigation"


Foretold = Callable[[Scene, str, str, str], bool]


def disagreements(kind: Kind, scenes: Iterable[Scene], foretold: Foretold) -> list[str]:
    """Return each case in which the policy of `kind` decides otherwise than foretold (scene, role, purpose, action)."""
    return [wrong for scene in scenes for wrong in _of(kind, scene, foretold)]


def _of(kind: Kind, scene: Scene, foretold: Foretold) -> Iterator[str]:
    for role, purpose in product(Role.values, Purpose.values):
        for action, allowed in zip(kind.actions, _decided(kind, scene, role, purpose), strict=True):
            if allowed is not foretold(scene, role, purpose, action):
                yield f"{scene.name}: {role} for {purpose} {'may' if allowed else 'may not'} {action}"


def _decided(kind: Kind, scene: Scene, role: str, purpose: str) -> list[bool]:
    agency = OURS if scene.ours else THEIRS
    of = "service_provider" if scene.provider else "tribal"
    actor = Actor(1, agency, frozenset({role}), purpose, of, partner=scene.partner, active=scene.active)
    released = [
        {"agency": ASKER[scene.ours], "group": group, "purpose": "investigation"} for group in sorted(scene.released)
    ]
    facts = {"owner": OWNER, "level": scene.level, "origin": scene.origin, "released": released, **scene.more}
    entity = {"uid": {"type": kind.entity, "id": "0"}, "attrs": facts, "parents": []}
    asked = [_request(kind, entity["uid"], purpose, action) for action in kind.actions]
    return [decision.allowed for decision in evaluate(kind, policies.of(kind), actor, asked, [entity])]


def _request(kind: Kind, uid: Any, purpose: str, action: str) -> dict[str, Any]:
    return {
        "principal": {"type": "User", "id": "1"},
        "action": {"type": "Action", "id": action},
        "resource": uid,
        "context": {"purpose": purpose, "group": kind.context_group(action)},
    }
