"""From which hand an item may go to which, and what that asks: the one table of custody.

What is not in the table skips a hand: an item on a shelf is taken by a person before it goes anywhere, and one in the
post comes to a person before it lies on a shelf. Each row names what it rests on. None was read by us in a published
source, so an agency's own order prevails. `custody_table.csv` tests every pair, and its citation.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from manumit.spine.workflow.clocks.clock import Law

from .choices import HandKind, State

START = ""
P, SHELF, POST, LAB, COURT, AGENCY = (
    HandKind.PERSON, HandKind.PLACE, HandKind.CARRIER, HandKind.LABORATORY, HandKind.COURT, HandKind.AGENCY,
)  # fmt: skip
OWNER, DESTROYED = HandKind.OWNER, HandKind.DESTROYED


CHAIN = Law("Federal Rules of Evidence 901(a): an item is what its proponent claims")
HANDBOOK = Law("NISTIR 7928, The Biological Evidence Preservation Handbook: chain of custody in each transfer")
ORDER = Law("IAPE Professional Standards for Property and Evidence: documentation of each movement")
DISPOSING = Law("IAPE Professional Standards for Property and Evidence: disposition approved by another person")
DESTROYING = Law("18 USC 3600A, and the order of the agency: biological evidence goes only once none may ask for it")


@dataclass(frozen=True, slots=True)
class Passing:
    """One way an item may pass, and the `law` it rests on. `sealed`: only under seal.

    `receipt`: a receipt, tracking or reference number is asked. `witness`: somebody else saw it. `approved`: another
    person approved the disposition, and no legal hold stands.
    """

    source: str
    target: HandKind
    sealed: bool = False
    receipt: bool = False
    witness: bool = False
    approved: bool = False
    law: Law = ORDER


TABLE = (
    Passing(START, P, law=CHAIN),
    Passing(P, P, law=CHAIN),
    Passing(P, SHELF),
    Passing(SHELF, P),
    Passing(P, POST, sealed=True, receipt=True, law=HANDBOOK),
    Passing(POST, P),
    Passing(POST, LAB, receipt=True, law=HANDBOOK),
    Passing(POST, AGENCY, receipt=True),
    Passing(POST, COURT, receipt=True, law=CHAIN),
    Passing(P, LAB, sealed=True, receipt=True, law=HANDBOOK),
    Passing(LAB, P, law=HANDBOOK),
    Passing(LAB, POST, receipt=True, law=HANDBOOK),
    Passing(P, COURT, receipt=True, law=CHAIN),
    Passing(COURT, P, law=CHAIN),
    Passing(P, AGENCY, receipt=True),
    Passing(AGENCY, P),
    Passing(AGENCY, POST, receipt=True),
    Passing(P, OWNER, receipt=True, approved=True, law=DISPOSING),
    Passing(P, DESTROYED, witness=True, approved=True, law=DESTROYING),
)
BY_PAIR: Mapping[tuple[str, str], Passing] = {(each.source, each.target.value): each for each in TABLE}
HELD = frozenset({P, SHELF})
ENDS = frozenset({OWNER, DESTROYED})
RECEIVED = frozenset({LAB, COURT, AGENCY, OWNER})
"""Hands outside the agency in which somebody receives it, who is named."""


def passing(source: str, target: str) -> Passing | None:
    """Return the row for a pair of hand kinds, None where it would skip a hand."""
    return BY_PAIR.get((source, target))


def targets(source: str) -> tuple[HandKind, ...]:
    """Return the kinds of hand that an item may go to from one of kind `source`."""
    return tuple(each.target for each in TABLE if each.source == source)


def state_of(kind: HandKind) -> State:
    """Return where an item is, for lists, that a hand of this kind has."""
    if kind in ENDS:
        return State.DISPOSED
    return State.HELD if kind in HELD else State.OUT
