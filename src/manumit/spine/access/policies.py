"""A kind's policies, read once from its Cedar text in their stable JSON form."""

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Any, Literal

import cedarpy

from .errors import BadPolicy
from .kinds import Kind

Node = Mapping[str, Any]


@dataclass(frozen=True)
class Policy:
    """One `permit` or `forbid`; `id` and `reason` are its annotations, `body` its JSON form."""

    id: str
    reason: str
    effect: Literal["permit", "forbid"]
    actions: frozenset[str] | None
    body: Node = field(hash=False, compare=False, repr=False)

    def covers(self, action: str) -> bool:
        """Whether the policy's scope names `action`."""
        return self.actions is None or action in self.actions


@dataclass(frozen=True)
class PolicySet:
    """The policies of one kind; `by_internal` finds one by the name cedarpy's diagnostics use."""

    text: str
    by_internal: Mapping[str, Policy] = field(hash=False, compare=False, repr=False)

    def effect(self, effect: str, action: str) -> tuple[Policy, ...]:
        """Return the permits or forbids whose scope names `action`, in order of the text."""
        return tuple(p for p in self.by_internal.values() if p.effect == effect and p.covers(action))


@lru_cache(maxsize=64)
def of(kind: Kind) -> PolicySet:
    """Return the kind's policies, validated before their first use. Raises BadPolicy with every problem."""
    from .validation import demand

    demand(kind)
    return parse(kind.policy.read_text(encoding="utf-8"))


def parse(text: str) -> PolicySet:
    """Return the policies of Cedar `text`. Raises BadPolicy with Cedar's own message."""
    try:
        form = json.loads(cedarpy.policies_to_json_str(text))
    except ValueError as error:
        raise BadPolicy([str(error)]) from error
    return from_json(text, form["staticPolicies"])


def from_json(text: str, bodies: Mapping[str, Node]) -> PolicySet:
    """Return the policy set of Cedar's JSON form."""
    return PolicySet(text, {name: _policy(name, body) for name, body in bodies.items()})


def _policy(name: str, body: Node) -> Policy:
    notes = body.get("annotations", {})
    return Policy(notes.get("id") or name, notes.get("reason") or "", body["effect"], _actions(body["action"]), body)


def _actions(scope: Node) -> frozenset[str] | None:
    if scope["op"] == "All":
        return None
    named = scope.get("entities") or [scope["entity"]]
    return frozenset(entity["id"] for entity in named)


def reasons(kind: Kind) -> tuple[str, ...]:
    """Return each reason that may be shown to a person: English message ids for translation."""
    return tuple(policy.reason for policy in of(kind).by_internal.values())
