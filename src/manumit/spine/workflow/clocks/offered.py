"""Finding clocks: those the installed modules offer for a kind of record, and any of them by name."""

from manumit.spine.records import registry

from .clock import Clock, RecordClocks
from .published import PUBLISHED


def of_kind(kind: str) -> tuple[Clock, ...]:
    """Return the clocks that records of `kind` may run, in the order their module gives."""
    return tuple(clock for offer in registry.providers(RecordClocks) if offer.kind == kind for clock in offer.clocks)


def all_clocks() -> tuple[Clock, ...]:
    """Return the published table, then what modules add to it, each clock once."""
    offered = (clock for offer in registry.providers(RecordClocks) for clock in offer.clocks)
    return tuple(dict.fromkeys((*PUBLISHED, *offered)))


def named(name: str) -> Clock | None:
    """Return the clock of that name; None where no installed module has it any more."""
    return next((clock for clock in all_clocks() if clock.name == name), None)
