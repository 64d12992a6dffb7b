"""The nouns of matching."""

from .match_entry import MatchEntry
from .match_index import MatchIndex
from .match_model import MatchModel
from .pending_change import PendingChange

__all__ = ["MatchEntry", "MatchIndex", "MatchModel", "PendingChange"]
