"""Matching: the life of the indexes around `manumit.linkage`: what may be matched, when it is found, who may see it.

A module offers `Linkable`s in its manifest; rule 7 says which there may be. What an action changes is noted in its own
transaction and found from the commit on; `asking.search` leaves out what the asker may not see before it ranks.
"""

from .linkable import Described, Linkable, Matched

__all__ = ["Described", "Linkable", "Matched"]
