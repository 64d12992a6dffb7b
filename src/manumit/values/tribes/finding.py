"""What a name can mean: one Tribe where somebody calls just that one so, otherwise every Tribe it could be."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from types import MappingProxyType

from manumit.values.tables.us_states import US_STATES
from manumit.values.tribes.names import COMMON_WORDS, keys_of, states_in, without_states
from manumit.values.tribes.table import Tribe, tribes

_POSTAL = re.compile(r"(\bof|,)\s+([A-Z]{2})\s*$")


@dataclass(frozen=True, slots=True)
class Naming:
    """What a name can mean: `tribes`, none, one or several.

    `certain` only if the name is one Tribe's and no other's; one Tribe that is not certain is for a person to confirm.
    """

    tribes: tuple[Tribe, ...]
    certain: bool = False

    @property
    def tribe(self) -> Tribe | None:
        """The Tribe, if it is certain."""
        return self.tribes[0] if self.certain else None


def named(text: str) -> Naming:
    """Return what `text` can mean; a name that several Tribes could go by gives them all and is not certain."""
    full = _POSTAL.sub(lambda found: f"{found[1]} {_state(found[2])}", " ".join(text.split()))
    as_written, without = _by_whole().get(_plain(full), ()), _by_stateless().get(_plain(without_states(full)), ())
    called = tuple(dict.fromkeys((*as_written, *without)) if not states_in(full) else as_written or without)
    if len(called) == 1 and _is_certain(full, called[0], is_whole=bool(as_written)):
        return Naming(called, certain=True)
    return Naming(_in_states_of(full, tuple(dict.fromkeys((*called, *_holding(full))))))


def _is_certain(text: str, tribe: Tribe, *, is_whole: bool) -> bool:
    """Say whether `text` is a name and no word that other Tribes' names hold too, such as "Cherokee" or "Council"."""
    words = set(keys_of(text).whole.split())
    by_name = is_whole and len(words) > 1 and bool(words & COMMON_WORDS)
    return by_name or (bool(words - COMMON_WORDS) and _holding(text) == (tribe,))


def _holding(text: str) -> tuple[Tribe, ...]:
    keys = keys_of(text)
    if not keys.telling:
        return ()
    found = tuple(tribe for tribe, names in _telling() if any(keys.telling <= name for name in names))
    return _in_states_of(text, found)


def _in_states_of(text: str, found: tuple[Tribe, ...]) -> tuple[Tribe, ...]:
    states = states_in(text)
    return tuple(tribe for tribe in found if states & set(tribe.states)) or found


def _plain(text: str) -> str:
    return keys_of(text.strip(" ,").replace("(", " ").replace(")", " ")).whole.removeprefix("the ")


@cache
def _by_whole() -> Mapping[str, tuple[Tribe, ...]]:
    return _index(lambda name: (name, _outside(name)))


@cache
def _by_stateless() -> Mapping[str, tuple[Tribe, ...]]:
    return _index(lambda name: (without_states(name), without_states(_outside(name))))


def _index(forms: Callable[[str], Iterable[str]]) -> Mapping[str, tuple[Tribe, ...]]:
    found: dict[str, tuple[Tribe, ...]] = {}
    for tribe in tribes():
        for key in {_plain(form) for name in tribe.spellings() for form in forms(name)} - {""}:
            found[key] = (*found.get(key, ()), tribe)
    return MappingProxyType(found)


def _outside(name: str) -> str:
    return re.sub(r"\([^()]*\)?", " ", name)


@cache
def _telling() -> tuple[tuple[Tribe, frozenset[frozenset[str]]], ...]:
    return tuple((tribe, frozenset(keys_of(name).telling for name in tribe.spellings())) for tribe in tribes())


def _state(code: str) -> str:
    row = US_STATES.find(code)
    return row.label if row else code
