"""What a check of the log found wrong."""

from dataclasses import asdict, dataclass
from typing import Any


@dataclass(frozen=True)
class Finding:
    """One thing wrong: at leaf `position` (from 0), about entry `entry_id`, where either is known.

    `part` says where: `entry`, `leaf`, `outside leaves`, `checkpoint`, `key`. `what` is a sentence for people.
    """

    part: str
    what: str
    position: int | None = None
    entry_id: int | None = None

    def as_json(self) -> dict[str, Any]:
        """Return the finding as JSON values."""
        return asdict(self)

    def __str__(self) -> str:
        position = "" if self.position is None else f" at position {self.position}"
        entry = "" if self.entry_id is None else f", entry {self.entry_id}"
        return f"{self.part}{position}{entry}: {self.what}"


class Tampered(Exception):
    """The log, or its evidence outside the database, is not what it was; `finding` says what and where."""

    def __init__(self, finding: Finding) -> None:
        super().__init__(str(finding))
        self.finding = finding
