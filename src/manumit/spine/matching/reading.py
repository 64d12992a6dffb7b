"""What stands of records now, as it may be matched."""

from collections.abc import Collection, Iterable, Iterator
from typing import TYPE_CHECKING

from .keys import Key
from .linkable import Described, Facts, linkables, of_profile

if TYPE_CHECKING:
    from manumit.linkage import Profile


def described(profile: "Profile", kind: str, ids: Collection[int]) -> Iterator[tuple[Key, Facts]]:
    """Yield each thing that records of `kind` hold and `profile` compares, with what is known of it and can be read."""
    for key, facts in known(profile.name, kind, ids):
        yield key, sound(profile, facts)


def known(profile: str, kind: str, ids: Collection[int]) -> Iterator[tuple[Key, Facts]]:
    """Yield the same with values that perhaps cannot be read: for who reads them anyway, and leaves those out."""
    for each in of_profile(profile):
        if each.kind == kind and ids:
            for found in each.read(ids):
                yield Key(each.name, kind, found.record_id, found.part_id), found.facts


def held(kind: str, ids: Collection[int]) -> Iterator[tuple[Key, Described]]:
    """Yield each thing that records of `kind` hold and may be matched now, each linkable read once."""
    for each in linkables():
        if each.kind == kind and ids:
            for found in each.read(ids):
                yield Key(each.name, kind, found.record_id, found.part_id), found


def things(keys: Iterable[Key]) -> dict[Key, Described]:
    """Return what `keys` name as it stands now, each linkable read once; what may no longer be matched is left out."""
    wanted: dict[tuple[str, str], set[int]] = {}
    asked = set(keys)
    for key in asked:
        wanted.setdefault((key.name, key.kind), set()).add(key.record_id)
    return {
        key: found
        for each in linkables()
        for found in (each.read(wanted[each.name, each.kind]) if (each.name, each.kind) in wanted else ())
        if (key := Key(each.name, each.kind, found.record_id, found.part_id)) in asked
    }


def facts_of(key: Key) -> Facts | None:
    """Return what is known of one thing now; None where it may no longer be matched."""
    found = one(key)
    return found.facts if found else None


def one(key: Key) -> Described | None:
    """Return one thing as it stands now; None where it may no longer be matched."""
    return things([key]).get(key)


def sound(profile: "Profile", facts: Facts) -> Facts:
    """Return the facts that can be read: a value that cannot says nothing, and the rest of its record stays."""
    from manumit.linkage import BadValue
    from manumit.linkage.reading import read, readable

    try:
        read(profile, facts)
    except BadValue:
        return readable(profile, facts)
    return facts
