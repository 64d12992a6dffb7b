"""The log's three tables: entries, their places in the tree, and the sequencer's sign of life."""

from .entry import Entry
from .heartbeat import Heartbeat
from .leaf import Leaf

__all__ = ["Entry", "Heartbeat", "Leaf"]
