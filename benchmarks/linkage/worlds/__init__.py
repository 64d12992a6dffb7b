"""The worlds by name: what is measured in each, beside whom, and when it is a fair world.

Each module of the same name has `make(place, records, queries, seed)` and says what it spoils, and how often.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

Peers = Mapping[str, Mapping[str, Any]]


@dataclass(frozen=True)
class Kind:
    """A world: `parts` measured in it, `peers`, `bounds` of peers' recall@10 that make it valid, and its size."""

    parts: tuple[str, ...]
    peers: tuple[str, ...] = ()
    bounds: Mapping[str, tuple[float, float]] | None = None
    records: int = 1_000_000
    queries: int = 5_000

    def valid(self, peers: Peers) -> bool | None:
        """Say whether the peers reach what they must in this world; None where they were not measured."""
        if not self.bounds or any("recall_at_10" not in peers.get(peer, {}) for peer in self.bounds):
            return None
        return all(low <= peers[peer]["recall_at_10"] <= high for peer, (low, high) in self.bounds.items())


WORLDS: Mapping[str, Kind] = {
    "persons": Kind(
        ("online", "batch", "incremental"),
        ("splink", "splink_batch", "trigrams", "trigrams_nearest", "tantivy"),
        {"splink": (0.865, 0.925), "trigrams": (0.80, 0.86)},
    ),
    "historical": Kind(("online", "batch"), ("splink", "splink_batch"), records=100_000),
    "remains": Kind(("online",), records=25_000, queries=15_000),
    "suspects": Kind(("online", "batch"), records=100_000),
    "vehicles": Kind(("online", "batch"), records=100_000),
    "febrl": Kind(
        ("online", "batch", "link"),
        ("splink", "splink_batch", "splink_link", "recordlinkage", "recordlinkage_link"),
        records=5_000,
    ),
}
"""The worlds by name."""
