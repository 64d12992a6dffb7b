"""Who said a value, when, and how sure they were.

A record's `provenance` holds one default and the fields that differ, each a list of three, because most values of a
record come from one source: `{"*": ["NamUs export", "2025-06-01", "exact"], "age_min": [..]}`. It tells of the values
that stand now; `RecordHistory` keeps what stood before.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from .choices import Certainty

DEFAULT = "*"


@dataclass(frozen=True, slots=True)
class Said:
    """That `source` said a value on `said_on`, and how sure it was."""

    source: str
    said_on: date
    certainty: Certainty = Certainty.EXACT

    def as_list(self) -> list[str]:
        """Return the compact form that is stored."""
        return [self.source, self.said_on.isoformat(), self.certainty.value]

    @classmethod
    def from_list(cls, stored: Iterable[str]) -> "Said":
        """Return what `as_list` stored. Raises ValueError for anything else."""
        source, said_on, certainty = stored
        return cls(source, date.fromisoformat(said_on), Certainty(certainty))


UNKNOWN = Said("", date.min, Certainty.UNKNOWN)


class NoSource(ValidationError, ValueError):
    """A value came without who said it; as people are told, by the field `source`."""

    def __init__(self) -> None:
        super().__init__({"source": [_("Say who said it.")]})


def said(source: str, certainty: str = Certainty.EXACT, said_on: date | None = None) -> Said:
    """Return a checked `Said`; `said_on` is today where not given. Raises NoSource without a source."""
    if not source.strip():
        raise NoSource
    return Said(source.strip(), said_on or timezone.localdate(), Certainty(certainty))


def begin(default: Said, exceptions: Mapping[str, Said] | None = None) -> dict[str, list[str]]:
    """Return the provenance of a new record: one source for all fields but the `exceptions`."""
    return add({DEFAULT: default.as_list()}, exceptions or {})


def add(stored: Mapping[str, list[str]], fields: Mapping[str, Said]) -> dict[str, list[str]]:
    """Return `stored` with `fields` said anew; a field said like the default takes no room."""
    merged = {**stored, **{name: said.as_list() for name, said in fields.items()}}
    default = stored.get(DEFAULT)
    return {name: entry for name, entry in merged.items() if name == DEFAULT or entry != default}


def of(record: Any, field: str) -> Said:
    """Return who said the value of `field` that stands now; `UNKNOWN` where nobody was recorded."""
    stored = record.provenance.get(field) or record.provenance.get(DEFAULT)
    return Said.from_list(stored) if stored else UNKNOWN
