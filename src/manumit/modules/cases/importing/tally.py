"""What became of the rows of a run."""

from __future__ import annotations

from dataclasses import asdict, dataclass


@dataclass(slots=True)
class Tally:
    """Rows: every one `offered` is `added`, `changed`, `unchanged` or `refused`."""

    offered: int = 0
    added: int = 0
    changed: int = 0
    unchanged: int = 0
    refused: int = 0

    def add(self, other: Tally) -> None:
        """Count the rows of `other` too."""
        for name, count in asdict(other).items():
            setattr(self, name, getattr(self, name) + count)

    def as_json(self) -> dict[str, int]:
        """Return the five counts by name."""
        return asdict(self)

    def __str__(self) -> str:
        """`9,623 rows offered: 9,620 added, 0 changed, 0 unchanged, 3 refused`."""
        counts = (f"{count:,} {name}" for name, count in asdict(self).items() if name != "offered")
        return f"{self.offered:,} rows offered: {', '.join(counts)}"
