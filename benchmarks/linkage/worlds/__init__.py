"""The worlds by name: what is measured in each, beside whom, and when it is a fair world.

Each module of the same name has `make(place, records, queries, seed)` and says what it spoils, and how often.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

Peers = Mapping[str, Mapping[str, Any]]


@dataclass(frozen=True)
class Kind:
    """A world: the `parts` measured in it, the `peers`, and `bounds` of peers' recall@10 that make it valid."""

    parts: tuple[str, ...]
    peers: tuple[str, ...] = ()
    bounds: Mapping[str, tuple[float, float]] | None = None

    def valid(self, peers: Peers) -> bool | None:
        """Say whether the peers reach what they must in this world; None where they were not measured."""
        if not self.bounds or any("recall_at_10" not in peers.get(peer, {}) for peer in self.bounds):
            return None
        return all(low <= peers[peer]["recall_at_10"] <= high for peer, (low, high) in self.bounds.items())


WORLDS: Mapping[str, Kind] = {
    "persons": Kind(
        ("online", "batch", "incremental"),
        ("splink", "splink_batch", "trigrams", "tantivy"),
        {"splink": (0.865, 0.925), "trigrams": (0.80, 0.86)},
    ),
    "historical": Kind(("online", "batch"), ("splink", "splink_batch")),
}
"""The worlds by name."""
