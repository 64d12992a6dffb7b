"""The formats the catalogue reads, the coarser ones first."""

from __future__ import annotations

from .namus_document import LAYOUTS
from .namus_layout import TABLES

FINENESS = {layout.feed: layout.fineness for layout in (*TABLES, *LAYOUTS)}
"""How much each layout can say, by its feed's name: a table less than a document. One not named here says least."""
