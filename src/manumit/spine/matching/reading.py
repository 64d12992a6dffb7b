"""What stands of records now, as it may be matched."""

from collections.abc import Collection, Iterator, Mapping

from manumit.linkage import BadValue, Profile
from manumit.linkage.reading import read

from .keys import Key
from .linkable import Facts, linkables, of_profile


def described(profile: Profile, kind: str, ids: Collection[int]) -> Iterator[tuple[Key, Facts]]:
    """Yield each thing that records of `kind` hold and `profile` compares, with what is known of it."""
    for each in of_profile(profile.name):
        if each.kind == kind and ids:
            for found in each.read(ids):
                yield Key(each.name, kind, found.record_id, found.part_id), sound(profile, found.facts)


def facts_of(key: Key) -> Facts | None:
    """Return what is known of one thing now; None where it may no longer be matched."""
    for each in linkables():
        if (each.name, each.kind) == (key.name, key.kind):
            return next((one.facts for one in each.read([key.record_id]) if one.part_id == key.part_id), None)
    return None


def sound(profile: Profile, facts: Facts) -> Facts:
    """Return the facts that can be read: a value that cannot says nothing, and the rest of its record stays."""
    try:
        read(profile, facts)
    except BadValue:
        return {name: values for name, values in facts.items() if _readable(profile, {name: values})}
    return facts


def _readable(profile: Profile, facts: Mapping[str, object]) -> bool:
    try:
        read(profile, facts)  # type: ignore[arg-type]  # one field of what was given
    except BadValue:
        return False
    return True
