"""A part of a case in words: its headline, and the rest in one line."""

from collections.abc import Collection, Iterator
from typing import Any

from ..actions.cleaning import KEPT_BY_US
from ..models import NOUNS
from . import words
from .labels import label, shown
from .part_titles import HEADLINES

NEVER_SHOWN = KEPT_BY_US | {"agency", "person", "stored"}


def headline(part: str, row: Any) -> str:
    """Return what heads a part: the words of its first fields."""
    names = HEADLINES.get(part) or _columns(part)[:1]
    told = dict.fromkeys(shown(name, getattr(row, name), part) for name in names if getattr(row, name))
    return " ".join(told) or label(names[0], part)


def details(part: str, row: Any, *, without: frozenset[str] = frozenset()) -> str:
    """Return whatever else somebody said of a part as "label: value", in the order of its model."""
    heads = {*(HEADLINES.get(part) or _columns(part)[:1]), *without}
    return " · ".join(f"{name}: {value}" for name, value in told(part, row, heads))


def told(part: str, row: Any, without: Collection[str] = ()) -> Iterator[tuple[str, str]]:
    """Yield label and value of each field that somebody filled in, those of `without` aside."""
    for name in _columns(part):
        value = getattr(row, name)
        if name not in without and value not in (None, "", []) and value != _UNSAID[part].get(name):
            yield label(name, part), shown(name, value, part)


def sum_up(part: str, row: Any) -> str:
    """Return headline and details in one line."""
    if part == "people":
        return str(row.full_name or row.get_role_display())
    return ". ".join(text for text in (headline(part, row), details(part, row)) if text)


def when(row: Any) -> str:
    """Return when an event was, no more exactly than it is known; with the time of day where that is."""
    return shown("at", row.at, "events") if row.at else words.when(row.earliest_on, row.latest_on, row.precision)


def _columns(part: str) -> list[str]:
    return _COLUMNS[part]


_COLUMNS = {
    part: [field.name for field in model._meta.concrete_fields if field.name not in NEVER_SHOWN]
    for part, model in NOUNS.items()
}

_UNSAID = {
    part: {field.name: "unknown" for field in model._meta.concrete_fields if field.default == "unknown"}
    for part, model in NOUNS.items()
}
"""Fields that say "unknown" until somebody says something; where a field may stay blank, unknown is an answer."""
