"""Cases ranked by how alike whoever did it behaved: unvalidated, to read by; no probability, no candidate, no lead."""

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from manumit.spine.identity.actor import Actor
from manumit.spine.matching.behaving import Behaved, Behaviours
from manumit.spine.records import Record, registry

MOST = 20
"""Cases that are shown, the most alike."""
READ = 5000
"""Cases that are compared, the newest that the asker may read: some tenths of a second."""


@dataclass(frozen=True, slots=True)
class Alike:
    """A record that is alike: in which dimensions, in which it differs; `weight` in millibits only ranks."""

    kind: str
    number: str
    record_id: int
    weight: int
    same: Sequence[Any]
    other: Sequence[Any]


def offered(kind: str) -> Behaviours | None:
    """Return what is offered of a kind of record; None where nobody offers any."""
    return next((each for each in registry.providers(Behaviours) if each.kind == kind), None)


def ranked(actor: Actor, record: Record) -> list[Alike] | None:
    """Return the records most alike in behaviour among those the actor may read, best first.

    None where nothing is known of the behaviour in `record` itself, or not to the actor. What a dimension says counts
    as the same where its words are the same, capitals and spaces aside.
    """
    offer = offered(record.kind)
    mine = next(iter(offer.read(actor, 1, record.number)), None) if offer else None
    if offer is None or mine is None:
        return None
    others = [each for each in offer.read(actor, READ, "") if each.number != record.number]
    found = [_alike(offer, mine, each, weight) for each, weight in zip(others, _weights(mine, others), strict=True)]
    return sorted((each for each in found if each.weight > 0), key=lambda each: (-each.weight, each.number))[:MOST]


def _alike(offer: Behaviours, mine: Behaved, other: Behaved, weight: int) -> Alike:
    both = [name for name in offer.titles if name in mine.done and name in other.done]
    same = [name for name in both if _code(mine.done[name]) == _code(other.done[name])]
    titles = ([offer.titles[name] for name in both if (name in same) == wanted] for wanted in (True, False))
    return Alike(offer.kind, other.number, other.record_id, weight, *titles)


def _weights(mine: Behaved, others: Sequence[Behaved]) -> list[int]:
    from manumit.linkage import BEHAVIOUR, Model, encode, pair_levels

    if not others:
        return []
    one, many = (
        encode(BEHAVIOUR, [each.number for each in some], [_facts(each.done) for each in some])
        for some in ([mine], others)
    )
    found = pair_levels(Model.starting(BEHAVIOUR), one, [0] * len(others), many, range(len(others)))
    return [int(total) for total in found.total]


def _facts(done: Mapping[str, str]) -> dict[str, list[object]]:
    return {name: [_code(value)] for name, value in done.items()}


def _code(value: str) -> str:
    """Return a code of twelve characters, as many as are compared: words are longer, and begin alike."""
    return hashlib.blake2b(" ".join(value.casefold().split()).encode(), digest_size=6).hexdigest()
