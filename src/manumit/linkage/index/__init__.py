"""The online index: who of millions could this be, in milliseconds.

Immutable segments of dictionary-encoded columns, mapped into memory and shared by all processes, and a journal of what
came since. `index.py` is the public face; see docs/decisions/ for the figures the mechanism was chosen by.
"""
