"""What a policy text must satisfy before the product starts: each problem names the policy and the fix."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

import cedarpy
from django.core.exceptions import FieldDoesNotExist
from django.db.models import Field

from manumit.spine.identity.actor import Actor

from . import facts, schema
from .compiler.fold import Folder, Unsupported
from .errors import BadPolicy
from .kinds import Attribute, Kind, all_kinds
from .policies import Policy, PolicySet, parse

SAMPLE = Actor(0, 0, frozenset({"investigator"}), "investigation", "tribal")
FIELDS = {
    "String": {"CharField", "TextField"},
    "Bool": {"BooleanField"},
    "Long": {"IntegerField", "BigIntegerField", "SmallIntegerField", "PositiveIntegerField"},
    "Agency": {"ForeignKey", "BigAutoField"},
    "Set<String>": {"ArrayField"},
}


@dataclass(frozen=True)
class Problem:
    """Something that keeps a kind from starting. `id` is the number of the system check (manumit.E0xx)."""

    id: str
    policy: str
    message: str
    fix: str

    def __str__(self) -> str:
        return f"{self.policy}: {self.message}. {self.fix}"


def problems(kind: Kind) -> list[Problem]:
    """Return everything wrong with the kind's declaration and its policy text; empty where it may start."""
    try:
        text = kind.policy.read_text(encoding="utf-8")
    except OSError as error:
        return [Problem("E010", kind.name, f"its policy cannot be read: {error}", f"Write {kind.policy.name}.")]
    return [*_columns(kind), *policy_problems(kind, text)]


def policy_problems(kind: Kind, text: str) -> list[Problem]:
    """Return what is wrong with `text` as the policies of `kind`."""
    try:
        found = parse(text)
    except BadPolicy as error:
        return [Problem("E011", kind.policy.name, f"it is not Cedar: {error}", "Mend the text.")]
    return [*_typed(kind, text, found), *_doubles(found), *_each(kind, found)]


def demand(kind: Kind) -> None:
    """Raise BadPolicy with every problem of `kind`."""
    found = problems(kind)
    if found:
        raise BadPolicy(found)


def demand_all() -> None:
    """Refuse to start a server under any invalid policy. Raises BadPolicy with every problem of every kind."""
    found = [problem for kind in all_kinds() for problem in problems(kind)]
    if found:
        raise BadPolicy(found)


def _typed(kind: Kind, text: str, found: PolicySet) -> Iterator[Problem]:
    """Ask Cedar's own strict validator: unknown attributes, actions and types."""
    result = cedarpy.validate_policies(text, schema.text(kind))
    for error in [] if result.validation_passed else result.errors:
        named = found.by_internal.get(error.policy_id)
        fix = f"The schema of {kind.name} has: {', '.join(kind.facts)}; actions {', '.join(kind.actions)}."
        yield Problem("E012", named.id if named else error.policy_id, error.error, fix)


def _doubles(found: PolicySet) -> Iterator[Problem]:
    for name, times in Counter(policy.id for policy in found.by_internal.values()).items():
        if times > 1:
            yield Problem("E013", name, f"{times} policies have this @id", "Give each its own.")


def _each(kind: Kind, found: PolicySet) -> Iterator[Problem]:
    for policy in found.by_internal.values():
        yield from _annotated(policy)
        yield from _scoped(kind, policy)
        yield from _compilable(kind, policy)


def _annotated(policy: Policy) -> Iterator[Problem]:
    notes = policy.body.get("annotations", {})
    for note in ("id", "reason"):
        if not notes.get(note):
            yield Problem("E014", policy.id, f"it has no @{note}", f'Add @{note}("...") above it.')


def _scoped(kind: Kind, policy: Policy) -> Iterator[Problem]:
    """The scope names the resource type and nothing of the principal: who it is belongs into conditions."""
    if policy.body["principal"]["op"] != "All":
        yield Problem("E015", policy.id, "its scope names a principal", "Write `principal` and a condition instead.")
    if policy.body["resource"] != {"op": "is", "entity_type": kind.entity}:
        yield Problem("E015", policy.id, "its scope does not say which resource", f"Write `resource is {kind.entity}`.")


def _compilable(kind: Kind, policy: Policy) -> Iterator[Problem]:
    fix = "Use the subset in docs/how-to/write-a-policy.md: lists must be able to apply the same rule in SQL."
    try:
        for action in kind.actions:
            _fold(kind, policy, action)
    except Unsupported as error:
        yield Problem("E016", policy.id, str(error), fix)
    except (LookupError, TypeError, ValueError) as error:
        yield Problem("E016", policy.id, f"it cannot be compiled ({error})", fix)


def _fold(kind: Kind, policy: Policy, action: str) -> None:
    asker = facts.asker(SAMPLE, kind, action)
    if asker is None:
        raise Unsupported("the sample asker is malformed")
    Folder(kind, asker).policy(policy)


def _columns(kind: Kind) -> Iterator[Problem]:
    for attribute in kind.facts.values():
        if attribute.type != "Releases":
            yield from _column(kind, attribute)


def _column(kind: Kind, attribute: Attribute) -> Iterator[Problem]:
    where = f"{kind.name}.{attribute.name}"
    try:
        field = kind.model_class._meta.get_field(attribute.column)
    except (FieldDoesNotExist, LookupError):
        fix = f"Name a field of {kind.model} in Attribute({attribute.name!r}, ..., column)."
        yield Problem("E017", where, f"{kind.model} has no field {attribute.column!r}", fix)
        return
    if isinstance(field, Field) and not _ancestors(field) & FIELDS[attribute.type]:
        fix = f"A {attribute.type} is stored in one of: {', '.join(sorted(FIELDS[attribute.type]))}."
        yield Problem("E017", where, f"a {type(field).__name__} holds no {attribute.type}", fix)


def _ancestors(field: object) -> set[str]:
    return {ancestor.__name__ for ancestor in type(field).__mro__}
