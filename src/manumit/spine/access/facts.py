"""The facts a decision rests on, checked for presence and type before any policy sees them.

Cedar skips a policy that meets a missing or wrong-typed attribute, and a skipped `forbid` would open a door. So a
malformed fact denies everything, in single decisions and in lists alike.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Any, Literal

from django.db.models import Model

from manumit.spine.identity.actor import Actor

from .kinds import Attribute, Kind


@dataclass(frozen=True)
class Reference:
    """An agency named in a fact or a condition."""

    id: int


Value = str | bool | int | frozenset[str] | Reference


@dataclass(frozen=True)
class Asker:
    """Checked facts of who asks and why; `group` is the field group the action reads, empty for acts."""

    agency: Reference
    agency_kind: str
    roles: frozenset[str]
    partner: bool
    active: bool
    purpose: str
    group: str

    def value(self, variable: Literal["principal", "context"], name: str) -> Value:
        """Return a fact by its Cedar name. Raises LookupError for one the schema lacks."""
        if name not in VARIABLES[variable]:
            raise LookupError(f"{variable}.{name}")
        found: Value = getattr(self, name)
        return found


VARIABLES: Mapping[str, Mapping[str, str]] = {
    "principal": {
        "agency": "Agency", "agency_kind": "String", "roles": "Set<String>", "partner": "Bool", "active": "Bool",
    },
    "context": {"purpose": "String", "group": "String"},
}  # fmt: skip


def asker(actor: Actor, kind: Kind, action: str) -> Asker | None:
    """Return the checked facts of `actor` doing `action`, or None if one is missing or of the wrong type."""
    sound = (
        _is_id(actor.agency_id)
        and _is_text(actor.agency_kind)
        and isinstance(actor.roles, frozenset)
        and _is_texts(actor.roles)
        and isinstance(actor.partner, bool)
        and isinstance(actor.active, bool)
        and _is_text(actor.purpose)
    )
    return _asker(actor, kind.context_group(action)) if sound else None


@lru_cache(maxsize=4096)
def _asker(actor: Actor, group: str) -> Asker:
    roles = frozenset(str(role) for role in actor.roles)
    agency, purpose = Reference(actor.agency_id), str(actor.purpose)
    return Asker(agency, str(actor.agency_kind), roles, actor.partner, actor.active, purpose, group)


def resource(kind: Kind, record: Model) -> dict[str, Value] | None:
    """Return the facts held in the record's own columns, or None if one is missing or of the wrong type."""
    columns = [attribute for attribute in kind.facts.values() if attribute.column]
    facts = {attribute.name: _checked(attribute, getattr(record, attribute.column, None)) for attribute in columns}
    found = {name: value for name, value in facts.items() if value is not None}
    return found if len(found) == len(facts) else None


def _checked(attribute: Attribute, value: Any) -> Value | None:
    return READ[attribute.type](value)


def _is_text(value: object) -> bool:
    return isinstance(value, str)


def _is_id(value: object) -> bool:
    return isinstance(value, int) and not isinstance(value, bool)


def _is_texts(value: object) -> bool:
    return isinstance(value, frozenset | set | list | tuple) and all(map(_is_text, value))


READ: Mapping[str, Callable[[Any], Value | None]] = {
    "String": lambda value: str(value) if _is_text(value) else None,
    "Bool": lambda value: value if isinstance(value, bool) else None,
    "Long": lambda value: value if _is_id(value) else None,
    "Agency": lambda value: Reference(value) if _is_id(value) else None,
    "Set<String>": lambda value: frozenset(map(str, value)) if _is_texts(value) else None,
}
