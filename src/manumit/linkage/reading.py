"""Reading records: plain values become keys, every fault named with its field."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TypeAlias

from manumit.linkage import comparison
from manumit.linkage.compare.names import plain
from manumit.linkage.comparison import BadValue, Key
from manumit.linkage.profile import Feature, Profile
from manumit.values.person_name import PersonName

PLAIN = frozenset({list, tuple})
"""What a field's values come in as a rule: told at a glance, since many millions of fields are read."""

Record: TypeAlias = Mapping[str, Sequence[object]]
"""A record: its fields, each a list of plain values. A field left out, or empty, says nothing."""

NameKey: TypeAlias = tuple[bytes, bytes]
"""Given and family name in plain letters, either perhaps empty."""


@dataclass(frozen=True, slots=True)
class Reading:
    """A record as read: the distinct keys of each plain feature, in order, and its names."""

    keys: tuple[tuple[Key, ...], ...]
    names: tuple[NameKey, ...]


def read(profile: Profile, record: Record) -> Reading:
    """Read the fields that the profile compares. Raises `BadValue` naming field and fault; other fields are ignored."""
    keys = tuple(tuple(dict.fromkeys(_keys_of(feature, record))) for feature in profile.plain)
    names = tuple(dict.fromkeys(_names_of(record))) if profile.named else ()
    return Reading(keys, names)


def read_leniently(profile: Profile, record: Record) -> Reading:
    """Read the fields that can be read: one that cannot says nothing, and the rest of its record stays."""
    try:
        return read(profile, record)
    except BadValue:
        return read(profile, readable(profile, record))


def readable(profile: Profile, record: Record) -> Record:
    """Return the fields of `record` that can be read."""
    return {field: values for field, values in record.items() if _is_readable(profile, {field: values})}


def _is_readable(profile: Profile, record: Record) -> bool:
    try:
        read(profile, record)
    except BadValue:
        return False
    return True


def _keys_of(feature: Feature, record: Record) -> Iterator[Key]:
    for field in feature.fields:
        for value in values_of(record, field):
            yield from feature.comparison.read(value, field)


def values_of(record: Record, field: str) -> Sequence[object]:
    """Return the values of a field, none where it is missing. Raises `BadValue` unless it is a list."""
    values = record.get(field, ())
    if type(values) not in PLAIN and (isinstance(values, str | bytes | Mapping) or not isinstance(values, Sequence)):
        raise BadValue(field, "a field is a list of values: write [value] even for one")
    return [value for value in values if value is not None]


def _names_of(record: Record) -> Iterator[NameKey]:
    for value in values_of(record, "names"):
        given, middle, family = (plain(part) for part in name_parts(value))
        if given or family:
            yield given, family
        if len(middle) >= 3 and middle != given:
            yield middle, family


def name_parts(value: object) -> tuple[str, str, str]:
    """Return given, middle and family name of a name of parts, or of a text such as `Robin Alder`."""
    if isinstance(value, str):
        name = PersonName.parse(value)
        return name.given, "", name.family
    parts = comparison.parts_of(value, "names", "family")
    given, middle, family = (
        comparison.a_text(parts.get(part) or "", "names") for part in ("given", "middle", "family")
    )
    return given, middle, family
