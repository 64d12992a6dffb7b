"""One case as its reader may have it: what they may not read is not in it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any, TypeVar, cast

from django.db.models import Model

from ..models import Case, CasePerson

M = TypeVar("M", bound=Model)


@dataclass(frozen=True, slots=True)
class Dossier:
    """A `case` cut to the field `groups` its reader may read, with the rows that belong to it by model.

    Fields of other groups hold what an empty case holds. `owner` is the owner's short name.
    """

    case: Case
    groups: frozenset[str]
    rows: Mapping[type[Model], Sequence[Model]]
    owner: str = ""

    def of(self, model: type[M]) -> Sequence[M]:
        """Return the rows of `model`; none where they may not be read, or the format did not ask for them."""
        return cast(Sequence[M], self.rows.get(model, ()))

    def about(self, model: type[M], person: CasePerson) -> list[M]:
        """Return the rows of `model` that tell of `person`, and those of nobody where the case has but one person."""
        alone = len(self.of(CasePerson)) == 1
        return [row for row in self.of(model) if _person(row) == person.pk or (alone and _person(row) is None)]


def _person(row: Model) -> int | None:
    return cast("int | None", row.person_id)  # type: ignore[attr-defined]


def cut(case: Case, groups: frozenset[str]) -> Case:
    """Empty the fields of `case` whose group is not among `groups`, and return it. It must never be saved."""
    for name, empty in _fields(groups).items():
        setattr(case, name, empty)
    return case


@cache
def _fields(groups: frozenset[str]) -> Mapping[str, Any]:
    """Return each field that may not be read with its value in an empty case."""
    empty = Case()
    hidden = [name for name, group in Case.sensitivity.items() if group not in groups]
    names = [str(Case._meta.get_field(name).attname) for name in hidden]  # type: ignore[union-attr]
    return {name: getattr(empty, name) for name in names}
