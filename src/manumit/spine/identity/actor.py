"""Who asks: a person acting for one agency, for one purpose."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Actor:
    """A person in one agency with one purpose of use; every decision and log line names all three.

    `partner`: the agency holds a live agreement of this install. `active`: person, membership and agency are all
    active now. `membership_id` names the row the rest was read from. `barred`: the records, by kind and id, from which
    the person is barred by a conflict of interest, whichever agency they act for.
    """

    person_id: int
    agency_id: int
    roles: frozenset[str]
    purpose: str
    agency_kind: str
    partner: bool = False
    active: bool = True
    nation_id: int | None = None
    membership_id: int | None = None
    barred: frozenset[tuple[str, int]] = frozenset()
