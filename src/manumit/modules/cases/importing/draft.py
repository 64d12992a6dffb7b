"""What one row of a file says of one case, before anything is compared or written."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from ..models import Case, CasePerson
from .namus_layout import Layout

CASE_FIELDS = (
    "last_seen_earliest_on", "last_seen_latest_on", "last_seen_precision", "last_seen_state", "last_seen_county",
    "last_seen_city", "place_precision",
)  # fmt: skip
"""What a file says of the case itself. Type, state and level are set once and are the agency's own after that."""

PERSON_FIELDS = ("family_name", "given_names", "name_suffix", "sex", "races", "age_min", "age_max", "age_text")
"""What a file says of the person the case is about."""


@dataclass(frozen=True, slots=True)
class Place:
    """Where in the input something stands: the `file` as it was named, the `row` as its line in the file."""

    file: str
    row: int

    def __str__(self) -> str:
        return f"{self.file}, row {self.row}"


@dataclass(frozen=True, slots=True)
class Draft:
    """One row, read and found sound. `case` and `person` are not saved; `examiner_number` is empty for the missing.

    `modified` is the day NamUs last changed the row: the day all of it was said.
    """

    place: Place
    layout: Layout
    number: str
    modified: date
    case: Case
    person: CasePerson
    examiner_number: str = ""

    def fingerprint(self) -> int:
        """Return a number that is the same, within one run, for rows that say the same of a case."""
        case = tuple(getattr(self.case, name) for name in CASE_FIELDS)
        person = tuple(str(getattr(self.person, name)) for name in PERSON_FIELDS)
        return hash((case, person, self.examiner_number))
