"""Learning the weights of a profile: chances from all records, frequencies from those open to all and no others."""

from collections.abc import Callable, Iterator, Mapping

from manumit.linkage import PROFILES, Frequencies, Model, encode, measured
from manumit.linkage.batch import Collection, DuckDB, learn
from manumit.linkage.reading import Record
from manumit.spine.records.choices import Level

from .common import counted_among, open_keys
from .indexing import AT_ONCE, record_ids
from .keys import Key
from .linkable import of_profile
from .reading import described

Told = Callable[[str, int], None]
"""Hears which step is at work and how many records it has behind it."""


def learned(profile: str, model: Model, told: Told = lambda *_: None) -> tuple[Model, int, int]:
    """Return the model learned from what may be matched now, from how many records, and how many of them are open.

    How common a value is shows through a score; so values are counted in records that are open to all only. How often
    fields agree among matches and others says nothing of any record. The same records give the same model. `told`
    hears of each step as it goes: reading, counting, encoding, learning.
    """
    whole, opened = _read(profile, told), _read(profile, told, opened=True)
    counted = model.with_frequencies(_frequencies(profile, opened)) if opened else model
    engine = DuckDB()
    collection = Collection(PROFILES[profile], engine)
    collection.add_records(map(str, whole), _each(whole, told))
    told("learning from records", len(whole))
    found = learn(collection, counted, frequencies=False) if len(whole) > 1 else counted
    engine.close()
    return found, len(whole), len(opened)


def _frequencies(profile: str, opened: Mapping[Key, Record]) -> dict[str, Frequencies]:
    """Count values in things open to all; numbers in their records, of which one may hold several things."""
    found = measured(encode(PROFILES[profile], map(str, opened), opened.values()))
    return {**found, **counted_among(profile, opened)}


def _each(whole: Mapping[Key, Record], told: Told) -> Iterator[Record]:
    for count, facts in enumerate(whole.values(), 1):
        yield facts
        if count % AT_ONCE == 0 or count == len(whole):
            told("records encoded", count)


def _read(profile: str, told: Told, *, opened: bool = False) -> dict[Key, Record]:
    """Return what is matched by a profile; of things open to all only where `opened`."""
    found: dict[Key, Record] = {}
    for kind in sorted({each.kind for each in of_profile(profile)}):
        ids = record_ids(kind, {"level": Level.OPEN} if opened else {})
        for start in range(0, len(ids), AT_ONCE):
            some = dict(described(PROFILES[profile], kind, ids[start : start + AT_ONCE]))
            kept = set(open_keys(some)) if opened else set(some)
            found.update((key, facts) for key, facts in some.items() if key in kept)
            told("records open to all counted" if opened else "records read", len(found))
    return found
