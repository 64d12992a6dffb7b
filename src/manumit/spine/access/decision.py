"""Single decisions by Cedar, with reasons."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import lru_cache
from typing import Any

import cedarpy
from django.db.models import Model
from django.utils import timezone
from django.utils.translation import gettext_noop

from manumit.spine.identity.actor import Actor

from . import facts, kinds, policies, releases, schema
from .beside import BesideRecord, record_beside
from .errors import Denied, Hidden
from .kinds import Kind

MALFORMED = gettext_noop("A fact this decision needs is missing")
NOTHING_PERMITS = gettext_noop("No rule opens this to you")
BARRED = gettext_noop("You are barred from this record: somebody said that you have a conflict of interest")


@dataclass(frozen=True)
class Decision:
    """Whether, by which policies (their @id), and why (their @reason, English message ids for translation)."""

    allowed: bool
    policies: tuple[str, ...]
    reasons: tuple[str, ...]

    def __bool__(self) -> bool:
        return self.allowed


@dataclass(frozen=True)
class Facts:
    """What policies read of a record: its `own` facts by name, and the (group, purpose) pairs released to the asker."""

    own: tuple[tuple[str, facts.Value], ...]
    released: frozenset[releases.Triple]


def allowed(actor: Actor | None, action: str, resource: Model, at: datetime | None = None) -> Decision:
    """Decide whether `actor` may do `action` to `resource`, a record or a row that belongs to one, at `at` (now)."""
    return decide_many(actor, [(action, resource)], at)[0]


def require(actor: Actor | None, action: str, resource: Model, at: datetime | None = None) -> Decision:
    """Return the decision that allows it. Raises Denied, or Hidden where even the record's existence is."""
    decision, known = decide_many(actor, [(action, resource), ("read_summary", resource)], at)
    if decision.allowed:
        return decision
    raise Denied(decision) if known.allowed else Hidden


def decide_many(
    actor: Actor | None, questions: Sequence[tuple[str, Model]], at: datetime | None = None
) -> list[Decision]:
    """Decide each (action, resource), with one query a kind whose policies read releases. Nobody (None) may nothing."""
    if actor is None:
        return [_refused(MALFORMED) for _ in questions]
    records = [(action, *record_of(resource)) for action, resource in questions]
    answers: dict[int, Decision] = {}
    for kind in dict.fromkeys(kind for _, kind, _ in records):
        mine = [(place, action, record) for place, (action, of, record) in enumerate(records) if of == kind]
        decided = _decide(kind, actor, [(action, record) for _, action, record in mine], at or timezone.now())
        answers.update(zip((place for place, _, _ in mine), decided, strict=True))
    return [answers[place] for place in range(len(questions))]


def record_of(resource: Model) -> tuple[Kind, Model]:
    """Return the kind and the record that decides for `resource`. Raises Hidden if that record is gone."""
    if isinstance(resource, BesideRecord):
        return record_beside(resource)
    kind, through = kinds.of(type(resource))
    record: Model = getattr(resource, through.path) if through else resource
    return kind, record


def _decide(kind: Kind, actor: Actor, questions: Sequence[tuple[str, Model]], at: datetime) -> list[Decision]:
    records = {id(record): record for _, record in questions}
    policy_set = policies.of(kind)
    reads = _reads_releases(kind, policy_set.text)
    released = releases.of_records(kind, actor.agency_id, list(records.values()), at) if reads else {}
    known = {place: _facts(kind, record, released) for place, record in records.items()}
    if facts.asker(actor, kind, "") is None:
        return [_refused(MALFORMED) for _ in questions]
    return [
        _refused(BARRED)
        if (kind.name, record.pk) in actor.barred
        else _decided(policy_set, kind, actor, action, known[id(record)])
        for action, record in questions
    ]


@lru_cache(maxsize=16_384)
def _decided(policy_set: policies.PolicySet, kind: Kind, actor: Actor, action: str, known: Facts | None) -> Decision:
    """Return Cedar's decision for an actor whose facts are sound; what rests on the same facts is decided once.

    Cedar answers from policies, asker, action and facts alone, and every one of them is named here: nothing of a record
    is kept but the facts that policies read, not even which record it was.
    """
    entity = None if known is None else _entity(kind, known, actor)
    request = _request(kind, actor, action, entity)
    return evaluate(kind, policy_set, actor, [request], [entity] if entity else [])[0]


def evaluate(
    kind: Kind,
    policy_set: policies.PolicySet,
    actor: Actor,
    requests: Sequence[dict[str, Any] | None],
    entities: Iterable[dict[str, Any]],
) -> list[Decision]:
    """Return Cedar's decision on each request; None stands for one whose facts are malformed."""
    sound = [request for request in requests if request is not None]
    known = [user for user in [_user(actor, kind)] if user] + list(entities)
    results = iter(cedarpy.is_authorized_batch(sound, _handle(policy_set.text), known, _schema(kind)) if sound else [])
    return [_refused(MALFORMED) if each is None else _decision(policy_set, next(results)) for each in requests]


def _request(kind: Kind, actor: Actor, action: str, entity: dict[str, Any] | None) -> dict[str, Any] | None:
    asker = facts.asker(actor, kind, action)
    if asker is None or entity is None or action not in kind.actions:
        return None
    return {
        "principal": {"type": "User", "id": str(actor.person_id)},
        "action": {"type": "Action", "id": action},
        "resource": entity["uid"],
        "context": {"purpose": asker.purpose, "group": asker.group},
    }


def _decision(policy_set: policies.PolicySet, result: Any) -> Decision:
    """Read Cedar's answer. An error in any policy denies: Cedar itself would skip the policy, even a forbid."""
    if result.diagnostics.errors or result.decision == cedarpy.Decision.NoDecision:
        return _refused(MALFORMED)
    found = [policy_set.by_internal[name] for name in sorted(result.diagnostics.reasons)]
    if not found:
        return _refused(NOTHING_PERMITS)
    return Decision(result.allowed, tuple(p.id for p in found), tuple(p.reason for p in found))


def _refused(reason: str) -> Decision:
    return Decision(False, (), (reason,))


def _user(actor: Actor, kind: Kind) -> dict[str, Any] | None:
    asker = facts.asker(actor, kind, "")
    attributes = (
        {name: _cedar(asker.value("principal", name)) for name in facts.VARIABLES["principal"]} if asker else {}
    )
    return {"uid": {"type": "User", "id": str(actor.person_id)}, "attrs": attributes, "parents": []} if asker else None


def _facts(kind: Kind, record: Model, released: Mapping[int, frozenset[releases.Triple]]) -> Facts | None:
    """Return the facts of a record, its releases last, or None if one is malformed."""
    found = facts.resource(kind, record)
    return None if found is None else Facts(tuple(found.items()), released.get(record.pk, frozenset()))


def _entity(kind: Kind, known: Facts, actor: Actor) -> dict[str, Any]:
    """Return the facts as a Cedar entity."""
    attributes: dict[str, Any] = {name: _cedar(value) for name, value in known.own}
    for attribute in kind.facts.values():
        if attribute.type == "Releases":
            attributes[attribute.name] = [_triple(actor, *pair) for pair in sorted(known.released)]
    return {"uid": {"type": kind.entity, "id": "0"}, "attrs": attributes, "parents": []}


def _triple(actor: Actor, group: str, purpose: str) -> dict[str, Any]:
    return {"agency": _cedar(facts.Reference(actor.agency_id)), "group": group, "purpose": purpose}


def _cedar(value: facts.Value) -> Any:
    match value:
        case facts.Reference(id=key):
            return {"__entity": {"type": "Agency", "id": str(key)}}
        case frozenset():
            return sorted(value)
    return value


def _reads_releases(kind: Kind, text: str) -> bool:
    """Whether a policy names the kind's releases: where none does, they are not asked for."""
    return any(attribute.type == "Releases" and attribute.name in text for attribute in kind.facts.values())


@lru_cache(maxsize=64)
def _handle(text: str) -> Any:
    return cedarpy.PolicySet.from_str(text)


@lru_cache(maxsize=64)
def _schema(kind: Kind) -> Any:
    return cedarpy.Schema.from_str(schema.text(kind))
