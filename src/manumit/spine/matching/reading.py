"""What stands of records now, as it may be matched."""

from collections.abc import Collection, Iterator, Mapping
from typing import TYPE_CHECKING

from .keys import Key
from .linkable import Described, Facts, linkables, of_profile

if TYPE_CHECKING:
    from manumit.linkage import Profile


def described(profile: "Profile", kind: str, ids: Collection[int]) -> Iterator[tuple[Key, Facts]]:
    """Yield each thing that records of `kind` hold and `profile` compares, with what is known of it."""
    for each in of_profile(profile.name):
        if each.kind == kind and ids:
            for found in each.read(ids):
                yield Key(each.name, kind, found.record_id, found.part_id), sound(profile, found.facts)


def facts_of(key: Key) -> Facts | None:
    """Return what is known of one thing now; None where it may no longer be matched."""
    found = one(key)
    return found.facts if found else None


def crosses(key: Key) -> bool:
    """Whether a pointer may tell another agency of it."""
    found = one(key)
    return found is not None and found.crosses


def one(key: Key) -> Described | None:
    """Return one thing as it stands now; None where it may no longer be matched."""
    for each in linkables():
        if (each.name, each.kind) == (key.name, key.kind):
            return next((found for found in each.read([key.record_id]) if found.part_id == key.part_id), None)
    return None


def sound(profile: "Profile", facts: Facts) -> Facts:
    """Return the facts that can be read: a value that cannot says nothing, and the rest of its record stays."""
    if _readable(profile, facts):
        return facts
    return {name: values for name, values in facts.items() if _readable(profile, {name: values})}


def _readable(profile: "Profile", facts: Mapping[str, object]) -> bool:
    from manumit.linkage import BadValue
    from manumit.linkage.reading import read

    try:
        read(profile, facts)  # type: ignore[arg-type]  # fields of what was given
    except BadValue:
        return False
    return True
