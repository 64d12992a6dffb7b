"""The compiler: policies of a kind, for one asker and one action, as a union of scopes.

Each permit becomes a branch: the permit's own condition and the negation of every forbid. cedarpy decides the same
question for one record; `tests/test_lists_agree_with_cedar.py` compares the two.
"""

from dataclasses import dataclass, replace
from functools import lru_cache

from manumit.spine.identity.actor import Actor

from .. import facts, policies
from ..kinds import Kind
from .assume import assuming, certain
from .conditions import Condition, OneOf, any_of, both, negate
from .fold import Folder

__all__ = ["Branch", "Condition", "compiled", "condition", "within"]


@dataclass(frozen=True)
class Branch:
    """One scope: the records that the policy `policy` opens and no forbid closes."""

    policy: str
    condition: Condition


def compiled(kind: Kind, actor: Actor, action: str) -> tuple[Branch, ...]:
    """Return the scopes in which `actor` may do `action`; none for an actor with malformed facts."""
    asker = facts.asker(actor, kind, action)
    found = branches(policies.of(kind), kind, asker, action) if asker else ()
    barred = frozenset(key for name, key in actor.barred if name == kind.name)
    return _without(found, barred) if barred else found


def condition(kind: Kind, actor: Actor, action: str) -> Condition:
    """Return the one condition under which `actor` may do `action`: the union of its scopes."""
    return any_of(branch.condition for branch in compiled(kind, actor, action))


@lru_cache(maxsize=8192)
def branches(policy_set: policies.PolicySet, kind: Kind, asker: facts.Asker, action: str) -> tuple[Branch, ...]:
    """Return the scopes of an explicit policy set, without branches that can never hold or another contains."""
    folder = Folder(kind, asker)
    forbidden = any_of(folder.policy(policy) for policy in policy_set.effect("forbid", action))
    permits = [(policy.id, folder.policy(policy)) for policy in policy_set.effect("permit", action)]
    found = [Branch(name, _narrowed(permit, forbidden)) for name, permit in permits if permit is not False]
    return _distinct([branch for branch in found if branch.condition is not False])


def within(scope: Condition, demanded: Condition) -> Condition:
    """Return the condition of `scope` and `demanded` together, the latter without what `scope` already settles."""
    return both(scope, assuming(demanded, certain(scope)))


def _without(found: tuple[Branch, ...], barred: frozenset[int]) -> tuple[Branch, ...]:
    """Return the scopes without the records from which the asker is barred, whatever a policy permits."""
    return tuple(replace(branch, condition=both(branch.condition, negate(OneOf(barred)))) for branch in found)


def _narrowed(permit: Condition, forbidden: Condition) -> Condition:
    return within(permit, negate(forbidden))


def _distinct(found: list[Branch]) -> tuple[Branch, ...]:
    whole = [branch for branch in found if branch.condition is True]
    return tuple({branch.condition: branch for branch in reversed(whole[:1] or found)}.values())
