"""How sure a value is, and who said it when: what every fact carries with it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from manumit.values.partial_date import PartialDate


class Certainty(StrEnum):
    """How sure the value is. `unknown` is an answer of its own: somebody looked, and it is not known."""

    EXACT = "exact"
    ESTIMATED = "estimated"
    RANGE = "range"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Provenance:
    """Where a value comes from: `source` (who or what said it), `said_on` (when), `certainty` (how sure).

    Raises ValueError without a source: a fact nobody said is no fact.
    """

    source: str
    said_on: PartialDate
    certainty: Certainty

    def __post_init__(self) -> None:
        if not self.source.strip():
            raise ValueError("a value needs a source: who or what said it")

    @classmethod
    def from_json(cls, stored: Mapping[str, str]) -> Provenance:
        """Read what `as_json` wrote. Raises KeyError for a missing key and ValueError for a value that cannot be."""
        return cls(stored["source"], PartialDate.parse(stored["said_on"]), Certainty(stored["certainty"]))

    def as_json(self) -> dict[str, str]:
        """The provenance as it is stored beside the value: `source`, `said_on` (EDTF) and `certainty`."""
        return {"source": self.source, "said_on": self.said_on.iso, "certainty": self.certainty.value}

    def supersedes(self, other: Provenance) -> bool:
        """Say whether this was certainly said after `other`; where that is not known a person decides."""
        return other.said_on.certainly_before(self.said_on)
