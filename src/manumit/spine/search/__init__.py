"""Search: one document a record, one text vector a field group, so that nobody finds by words they may not read.

A module offers a `Searchable` in its manifest; its documents follow every action that changes a record, in the action's
own transaction. A list takes words as one more narrowing: `Model.objects.page(actor, within=asking.within(actor, kind,
words))`.
"""

from .searchable import Searchable, Source, together
from .words import BadSearch, Word, read

__all__ = ["BadSearch", "Searchable", "Source", "Word", "read", "together"]
