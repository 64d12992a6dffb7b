"""What kind of file a statement about a case comes from, and what such a file can say."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from ..choices import CaseType, NumberScheme, PersonRole

CASE_FIELDS = (
    "last_seen_earliest_on", "last_seen_latest_on", "last_seen_precision", "last_seen_state", "last_seen_county",
    "last_seen_city", "place_precision",
)  # fmt: skip
"""What a table says of the case itself. Type, state and level are set once and are the agency's own after that."""

PERSON_FIELDS = ("family_name", "given_names", "name_suffix", "sex", "races", "age_min", "age_max", "age_text")
"""What a table says of the person the case is about."""


@dataclass(frozen=True, kw_only=True)
class Layout:
    """One sort of file: `name` for people, `feed` for machines, and what its rows become.

    `source` is who says what it says. The case has its `number` (a column or path) in `scheme`. Of a case and its
    person it speaks in `case_fields` and `person_fields`; where it is `whole`, what it no longer lists is withdrawn.
    What is `public` is open to partners, all else restricted. A layout never clears or degrades what one of higher
    `fineness` gave. `said_by` names the column of a field.
    """

    name: str
    feed: str
    source: str
    number: str
    case_type: CaseType
    role: PersonRole
    scheme: NumberScheme = NumberScheme.NAMUS
    fineness: int = 1
    whole: bool = False
    public: bool = True
    origin: str = "import namus"
    case_fields: tuple[str, ...] = CASE_FIELDS
    person_fields: tuple[str, ...] = PERSON_FIELDS
    said_by: Mapping[str, str] = field(default_factory=dict)

    def column_of(self, name: str) -> str:
        """Return the column or path that says field `name` of a case, a person or a part; empty where none does."""
        return self.said_by.get(name, "")

    @property
    def estimated(self) -> bool:
        """Whether whoever is described is not identified, and so described by estimate."""
        return self.case_type == CaseType.UNIDENTIFIED_REMAINS
