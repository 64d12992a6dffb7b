"""Kinds: what can be protected, in which field groups, by which policy text."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import Literal

from django.apps import apps
from django.db.models import Model

Type = Literal["String", "Bool", "Long", "Agency", "Set<String>", "Releases"]

RECORD_ACTIONS = ("create", "edit", "move", "work", "supervise", "seal", "export", "release", "hold", "read_log")
MOST_GROUPS = 8
RESERVED = ("Agency", "User")


@dataclass(frozen=True)
class Attribute:
    """A fact about a record that policies may read; always required.

    `column` is the model field (its attname), empty for `Releases`, whose facts are rows of `access_release`.
    """

    name: str
    type: Type
    column: str = ""


OWNER = Attribute("owner", "Agency", "owner_id")
LEVEL = Attribute("level", "String", "level")
RELEASED = Attribute("released", "Releases")
RECORD_ATTRIBUTES = (OWNER, LEVEL, RELEASED)


@dataclass(frozen=True)
class Kind:
    """A kind of record: `model` is its label ("cases.Case"), `groups` its field groups, `summary` first.

    `sealed` groups are stored encrypted and never searched. `attributes` are added to owner, level and released.
    `policy` is the file of Cedar text. `lookup` is the field that addresses name a record by. `shown_with` names what
    every page of a record shows beside it and `find` therefore loads in the same query. What an agency keeps beside a
    record (tasks, notes, clocks) is read by those who may read the group `work_group`. `acts` are acts of its own, each
    with the field group that policies are told of. `nation` is the column that names the nation whose people a record
    is about, empty where records name none.
    """

    name: str
    model: str
    groups: tuple[str, ...]
    policy: Path
    sealed: frozenset[str] = frozenset()
    attributes: tuple[Attribute, ...] = ()
    lookup: str = "number"
    shown_with: tuple[str, ...] = ()
    base: tuple[Attribute, ...] = RECORD_ATTRIBUTES
    work_group: str = "summary"
    acts: Mapping[str, str] = field(default_factory=dict)
    nation: str = ""

    def __hash__(self) -> int:
        return hash(self.name)

    @cached_property
    def entity(self) -> str:
        """The kind's Cedar entity type: `outside_number` is `OutsideNumber`; `agency`, taken, `AgencyRecord`."""
        name = "".join(part.capitalize() for part in self.name.split("_"))
        return f"{name}Record" if name in RESERVED else name

    @cached_property
    def actions(self) -> tuple[str, ...]:
        """Every Cedar action of the kind: one read for each group, then the acts."""
        return (*(f"read_{group}" for group in self.groups), *RECORD_ACTIONS, *self.acts)

    @cached_property
    def facts(self) -> Mapping[str, Attribute]:
        """All attributes by name."""
        return {attribute.name: attribute for attribute in (*self.base, *self.attributes)}

    @cached_property
    def model_class(self) -> type[Model]:
        """The Django model."""
        app, name = self.model.split(".")
        return apps.get_registered_model(app, name)

    @cached_property
    def nullable(self) -> tuple[Attribute, ...]:
        """Attributes whose column may be NULL: a record lacking one is denied to everybody."""
        columns = [attribute for attribute in self.facts.values() if attribute.column]
        return tuple(attribute for attribute in columns if self._null(attribute))

    def group_of(self, action: str) -> str:
        """Return the field group that `action` reads, empty for acts."""
        group = action.removeprefix("read_")
        return group if action.startswith("read_") and group in self.groups else ""

    def context_group(self, action: str) -> str:
        """Return the field group that policies are told of: the one read, for an act the one it is done with."""
        return self.work_group if action == "work" else self.acts.get(action) or self.group_of(action)

    def _null(self, attribute: Attribute) -> bool:
        return bool(getattr(self.model_class._meta.get_field(attribute.column), "null", False))


@dataclass(frozen=True)
class Through:
    """How rows that belong to a record are scoped: by the record at `path`, as field group `group` of `kind`."""

    kind: str
    path: str
    group: str


@dataclass(frozen=True)
class Beside:
    """How rows are scoped that stand beside a record of any kind, named in their `record_kind` and `record_id`.

    They are seen by those who may read the record's group `work`, or its `summary` only, and who act for an agency
    named in one of the fields `agencies`; with `person` by nobody but the person in that field, without `agencies` for
    whatever agency the person acts. Rows that `join` two records name the second in `other_kind` and `other_id`, and
    are seen by those who may read both.
    """

    reads: Literal["work", "summary"] = "work"
    agencies: tuple[str, ...] = ("agency",)
    person: str = ""
    joins: bool = False

    def action(self, kind: Kind) -> str:
        """Return the action on a record of `kind` that reading the rows beside it takes."""
        return f"read_{kind.work_group if self.reads == 'work' else 'summary'}"


_KINDS: dict[str, Kind] = {}


def register(kind: Kind) -> Kind:
    """Add `kind`; a name may be taken once. Raises ValueError for a second kind of that name or too many groups."""
    if _KINDS.get(kind.name, kind) != kind:
        raise ValueError(f"Two kinds are named {kind.name}: rename one.")
    if len(kind.groups) > MOST_GROUPS or kind.groups[:1] != ("summary",):
        raise ValueError(f"Kind {kind.name}: name `summary` first and at most {MOST_GROUPS} groups.")
    return _KINDS.setdefault(kind.name, kind)


def forget(name: str) -> None:
    """Remove a kind again; for tests that register their own."""
    _KINDS.pop(name, None)


def get(name: str) -> Kind:
    """Return the kind called `name`. Raises LookupError naming the fix."""
    try:
        return _KINDS[name]
    except KeyError:
        raise LookupError(
            f"No kind {name!r}: register it from its module's manifest. Known: {sorted(_KINDS)}"
        ) from None


def all_kinds() -> tuple[Kind, ...]:
    """Return every registered kind, in order of name."""
    return tuple(_KINDS[name] for name in sorted(_KINDS))


def of(model: type[Model]) -> tuple[Kind, Through | None]:
    """Return the kind that protects `model`, and how rows reach it if they belong to a record.

    Raises LookupError where there is no such kind, and for rows that stand beside records of any kind.
    """
    through = getattr(model, "scoped_through", None)
    if isinstance(through, Through):
        return get(through.kind), through
    if isinstance(through, Beside):
        raise LookupError(f"Rows of {model.__name__} stand beside records of any kind: each row names its own.")
    named = getattr(model, "kind", "")  # a field called `kind` is no name of a kind
    return get(named if named and isinstance(named, str) else str(model._meta.model_name)), None


def default_action(through: Through | None) -> str:
    """Return the action that reading rows means: the summary, or the group they belong to."""
    return f"read_{through.group}" if through else "read_summary"
