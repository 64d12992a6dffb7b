"""Names of what is matched: `vehicle:suspect:17:3` is row 3 of suspect 17, a vehicle."""

from dataclasses import dataclass
from typing import Self


@dataclass(frozen=True, slots=True, order=True)
class Key:
    """Which thing of which record: the same for ever, in indexes, judgements and explanations."""

    name: str
    kind: str
    record_id: int
    part_id: int

    def __str__(self) -> str:
        return f"{self.name}:{self.kind}:{self.record_id}:{self.part_id}"

    @classmethod
    def parse(cls, text: str) -> Self:
        """Read a key back. Raises ValueError for anything else."""
        name, kind, record_id, part_id = text.split(":")
        return cls(name, kind, int(record_id), int(part_id))
