"""What one row of a file says of one case, before anything is compared or written."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from functools import cache, cached_property
from hashlib import blake2b
from operator import attrgetter
from typing import Any

from ..models import Case, CasePart, CasePerson, CasePlace, PersonPart, Vehicle
from .layout import Layout

_NOT_SAID = frozenset({"id", "case", "withdrawn_at", "source_key", "person", "agency", "superseded_by"})
_OF_NOBODY = (CasePlace, Vehicle)


@dataclass(frozen=True, slots=True)
class Place:
    """Where in the input something stands: the `file` as it was named, the `row` as its line or its place in a list."""

    file: str
    row: int

    def __str__(self) -> str:
        return f"{self.file}, row {self.row}"


@dataclass(frozen=True)
class Draft:
    """One row, read and found sound. `case`, `person` and `parts` are not saved; each part has its `source_key`.

    `modified` is the day the source last changed the row: the day all of it was said. `numbers` are (scheme, value) of
    further systems, `notes` what people should know of how the row was read. Partners may only see what is `public`.
    """

    place: Place
    layout: Layout
    number: str
    modified: date
    case: Case
    person: CasePerson
    parts: tuple[CasePart, ...] = ()
    numbers: tuple[tuple[str, str], ...] = ()
    notes: tuple[tuple[str, str], ...] = ()
    public: bool = True

    @cached_property
    def fingerprint(self) -> int:
        """64 bits, with sign, that are the same for rows that say the same of a case."""
        said = repr((self.layout.feed, self.numbers, [*self._said()]))
        return int.from_bytes(blake2b(said.encode(), digest_size=8).digest(), signed=True)

    def _said(self) -> Iterator[Any]:
        yield values_of(self.layout.case_fields)(self.case)
        yield values_of(self.layout.person_fields)(self.person)
        for part in self.parts:
            yield part.source_key, values_of(said_fields(type(part)))(part)


@cache
def values_of(names: tuple[str, ...]) -> Callable[[Any], Any]:
    """Return what reads the attributes `names` of a row at once."""
    return attrgetter(*names) if names else lambda row: ()


def is_of_the_person(part: CasePart) -> bool:
    """Whether the part tells of the person the case is about, not of a place or a car."""
    return isinstance(part, PersonPart) and not isinstance(part, _OF_NOBODY)


@cache
def said_fields(model: type[CasePart]) -> tuple[str, ...]:
    """Return the fields of a part that a file can fill in."""
    return tuple(field.attname for field in model._meta.concrete_fields if field.name not in _NOT_SAID)
