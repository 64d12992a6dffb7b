"""The tamper-evident log: who did or saw what, for which agency and purpose, in an order that cannot be rewritten.

Others call `record` and `record_many` inside the transaction of the action they describe, put `RequireLeaf` in the
migrations of tables that may not change unlogged, and ask `sealed_reads_open` before they show a sealed value.
`audit.questions` answers who did and who saw what. The sequencer alone gives entries their place in the tree.
"""

from .guards import NeverRewritten, RequireLeaf, RequireLeafBeside
from .heartbeat import sealed_reads_open
from .recording import OutsideTransaction, Subject, record, record_many

__all__ = [
    "NeverRewritten",
    "OutsideTransaction",
    "RequireLeaf",
    "RequireLeafBeside",
    "Subject",
    "record",
    "record_many",
    "sealed_reads_open",
]
