"""To whom a notice goes."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Receiver:
    """A person in one of their agencies: they see a notice while they act for that agency."""

    person_id: int
    agency_id: int
