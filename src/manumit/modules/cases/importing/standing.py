"""What the catalogue holds of the cases a batch speaks of."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from typing import Any

from ..choices import AgencyRole, NumberScheme
from ..models import Case, CaseAgency, CasePerson, OutsideNumber
from .draft import Draft

EXAMINER = "Medical examiner or coroner"
"""The name under which an examiner's number is kept: NamUs gives the number, not the office."""


@dataclass(frozen=True, slots=True)
class Standing:
    """A case as it stands, with all its people and the agencies NamUs can have named."""

    case: Case
    people: tuple[CasePerson, ...]
    agencies: tuple[CaseAgency, ...]

    def subject(self, draft: Draft) -> CasePerson | None:
        """Return the person the draft is about: the first in that role, or None where nobody is."""
        return next((person for person in self.people if person.role == draft.person.role), None)

    def examiner(self, draft: Draft) -> CaseAgency | None:
        """Return the agency with the draft's examiner's number, else the one kept as the examiner, else None."""
        same = (agency for agency in self.agencies if agency.number == draft.examiner_number)
        named = (agency for agency in self.agencies if agency.agency_name == EXAMINER)
        return next(same, None) or next(named, None)


def of(owner_id: int, drafts: Iterable[Draft]) -> dict[str, Standing]:
    """Return what stands for the drafts' numbers with this owner, by number; four queries, whatever the batch."""
    cases = _case_ids(owner_id, [draft.number for draft in drafts])
    ids = cases.values()
    found = Case.unscoped.in_bulk(ids) if ids else {}
    people, agencies = _by_case(CasePerson, ids), _by_case(CaseAgency, ids, role=AgencyRole.INVESTIGATING)
    return {number: Standing(found[pk], tuple(people[pk]), tuple(agencies[pk])) for number, pk in cases.items()}


def _case_ids(owner_id: int, numbers: Collection[str]) -> dict[str, int]:
    held = OutsideNumber.unscoped.filter(owner_id=owner_id, scheme=NumberScheme.NAMUS, withdrawn_at=None)
    rows = held.filter(value__in=numbers)
    return dict(rows.values_list("value", "case_id"))


def _by_case(model: Any, ids: Collection[int], **narrowed: str) -> dict[int, list[Any]]:
    rows: dict[int, list[Any]] = defaultdict(list)
    if ids:
        for row in model.unscoped.filter(case_id__in=ids, **narrowed).order_by("pk"):
            rows[row.case_id].append(row)
    return rows
