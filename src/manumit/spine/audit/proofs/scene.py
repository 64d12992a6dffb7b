"""A sealed log to be tampered with: what it holds, and the means to look at it from within one transaction."""

import random
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from psycopg import Connection
from psycopg.rows import dict_row

from manumit.values import strict_json

from .. import chain, comparing
from ..chain import Chain
from ..comparing import Comparison
from ..copying import copied
from ..horizon import last_drawn
from ..merkle import split
from ..outside import Outside
from ..sequencer import Sequencer

SEALED_AT_ONCE = 37
WRITE = """
INSERT INTO audit_entry (person_id, agency_id, purpose, verb, kind, record_id, group_name, detail)
VALUES (%s, %s, %s, %s, %s, %s, %s, %s)
"""
DRAW = "SELECT nextval('audit_entry_id_seq')"
GUARDED = ("audit_entry", "audit_leaf")


@dataclass
class Scene:
    """A log of some hundred entries with gaps between their ids, and an intruder who owns its tables.

    `intruder` is in autocommit; `entries` are the rows as they were written, in the order of the tree.
    """

    intruder: Connection[Any]
    outside: Outside
    entries: list[dict[str, Any]]

    @classmethod
    def play(cls, intruder: Connection[Any], home: Path, size: int, chance: random.Random) -> "Scene":
        """Write and seal `size` entries, leaving out an id here and there, and set the tables' guards aside."""
        outside = Outside(home / "audit")
        sequencer = Sequencer(intruder, outside, home)
        for number in range(size):
            _write(intruder, number, chance)
            if number % SEALED_AT_ONCE == 0:
                sequencer.tick()
                sequencer.sign()
        sequencer.tick()
        sequencer.sign()
        for table in GUARDED:
            intruder.execute(f"ALTER TABLE {table} DISABLE TRIGGER USER")
        with intruder.cursor(row_factory=dict_row) as cursor:
            rows = cursor.execute("SELECT *, txid::text::bigint AS txid FROM audit_entry ORDER BY id").fetchall()
        return cls(intruder, outside, rows)

    def end(self) -> None:
        """Put the tables' guards back."""
        for table in GUARDED:
            self.intruder.execute(f"ALTER TABLE {table} ENABLE ALWAYS TRIGGER {table}_append_only")

    def compare(self) -> Comparison:
        """Compare the database, as the intruder's transaction sees it, with the leaves outside."""
        lines = list(copied(self.intruder, comparing.ENTRIES))
        rows = list(copied(self.intruder, comparing.LEAVES))
        leaves = self.outside.leaves
        kept = split(leaves.read(0, leaves.count()))
        return comparing.walk(iter(lines), iter(rows), kept, last_drawn(self.intruder))

    def check_files(self, *witnessed: str) -> Chain:
        """Check the files outside against their signatures, and against checkpoints kept elsewhere."""
        return chain.check(self.outside, self.outside.leaves.count(), witnessed)


def _write(intruder: Connection[Any], number: int, chance: random.Random) -> None:
    what = chance.choice(("case.open", "case.read", "case.edit", "session.begin"))
    about = ("case", number % 50, "") if what.startswith("case") else ("", None, "")
    detail = strict_json.canonical({"n": number, "said": chance.choice(("tab\there", "línea", "plain"))}).decode()
    intruder.execute(WRITE, (chance.randint(1, 9), chance.randint(1, 3), "investigation", what, *about, detail))
    if chance.random() < 0.3:  # an id drawn by a transaction that failed: the gap an intruder could fill
        intruder.execute(DRAW)
