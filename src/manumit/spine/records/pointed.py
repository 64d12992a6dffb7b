"""From a pointer to a request: what a reference of another agency's points at here, and where a release is asked for.

A pointer says "agency X holds something: ask it". The module that pointed offers a `Pointing`, by which the holder
finds the record that was meant; the module that takes requests offers a `WayToAsk`. Either may be missing.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from manumit.spine.identity.actor import Actor

from . import registry

Found = tuple[str, str]


@dataclass(frozen=True)
class Pointing:
    """A provider: `meant(actor, asking_agency_id, reference)` returns (kind, number) of records of the actor's own
    agency, among those the actor may see, that a pointer given to the asking agency under that number stands for.
    """

    name: str
    meant: Callable[[Actor, int, str], Sequence[Found]]


@dataclass(frozen=True)
class WayToAsk:
    """A provider: `address(agency_id, reference)` is the page on which an agency is asked about a reference."""

    address: Callable[[int, str], str]


def meant(actor: Actor, asking_agency_id: int, reference: str) -> Iterator[Found]:
    """Yield what the reference stands for by every module's pointers, each record once."""
    offers = registry.providers(Pointing)
    yield from dict.fromkeys(found for each in offers for found in each.meant(actor, asking_agency_id, reference))


def way_to_ask(agency_id: int, reference: str) -> str:
    """Return the address where that agency is asked for a release, empty where no module takes requests."""
    return next((each.address(agency_id, reference) for each in registry.providers(WayToAsk)), "")
