"""Up to which id every entry is decided: committed and visible, or never to come.

A transaction draws an entry's id before it commits, so ids become visible out of order. Read M, the last id drawn, and
then who holds a writer's lock on the log: whoever drew an id up to M has ended or is among them. Once they have all
ended, ids up to M are decided and may be sealed in id order, which is the order of any one record's changes, since an
entry is written under its record's row lock. Only writers of the log hold the horizon back, not other long
transactions. docs/decisions/0002-audit-log.md says why transaction ids and snapshots alone do not do.
"""

from dataclasses import dataclass
from typing import Any

from psycopg import Connection

LAST_DRAWN = "SELECT CASE WHEN is_called THEN last_value ELSE 0 END FROM audit_entry_id_seq"
# An INSERT takes this lock before it draws an id and keeps it to the end of its transaction.
WRITERS = """
SELECT virtualtransaction FROM pg_locks
WHERE locktype = 'relation' AND relation = 'audit_entry'::regclass AND mode = 'RowExclusiveLock'
AND database = (SELECT oid FROM pg_database WHERE datname = current_database())
"""
PREPARED = "-1/"


def last_drawn(connection: Connection[Any]) -> int:
    """Return the last id drawn for an entry, 0 before the first; its transaction may have failed or be open."""
    (drawn,) = connection.execute(LAST_DRAWN).fetchone() or (0,)
    return int(drawn)


@dataclass
class Horizon:
    """The decided id, moved on by looking; the connection is in autocommit, so that each look is a new snapshot."""

    connection: Connection[Any]
    decided: int = 0
    drawn: int = 0
    waiting_for: frozenset[str] = frozenset()

    def advance(self) -> int:
        """Look once, and return the id up to which every entry is decided."""
        if self.drawn == self.decided:
            self._look()
        elif not self._still_writing():
            self.decided = self.drawn
        return self.decided

    def _look(self) -> None:
        self.drawn = last_drawn(self.connection)
        if self.drawn != self.decided:
            self.waiting_for = self._writers()
            if not self.waiting_for:
                self.decided = self.drawn

    def _still_writing(self) -> bool:
        # A prepared transaction changes its name but keeps its lock.
        now = self._writers()
        return bool(now & self.waiting_for) or any(name.startswith(PREPARED) for name in now)

    def _writers(self) -> frozenset[str]:
        return frozenset(name for (name,) in self.connection.execute(WRITERS))
