"""What an intruder who owns the tables can do to them: a function a kind, each telling where it should be found."""

import random
from collections.abc import Callable
from dataclasses import dataclass
from datetime import timedelta
from typing import Any

from psycopg import Connection

from .scene import Scene

MICROSECOND = timedelta(microseconds=1)
COPY = """
INSERT INTO audit_entry SELECT txid, %s, at, person_id, agency_id, purpose, verb, kind, record_id, group_name, detail
FROM audit_entry WHERE id = %s
"""
COPY_LEAF = "INSERT INTO audit_leaf SELECT %s, %s, hash FROM audit_leaf WHERE entry_id = %s"


@dataclass(frozen=True)
class Expected:
    """Where the first bad entry is: its position from 0, and its id; None where it cannot be known."""

    position: int | None
    entry_id: int | None = None


Mutation = Callable[[Scene, random.Random], Expected]


def flip_entry(scene: Scene, chance: random.Random) -> Expected:
    """Change one value of one entry by as little as can be."""
    at = chance.randrange(len(scene.entries))
    entry = scene.entries[at]
    column = chance.choice([name for name in entry if name != "id"])
    value = _changed(entry[column], chance)
    cast = "::text::xid8" if column == "txid" else ""
    scene.intruder.execute(f"UPDATE audit_entry SET {column} = %s{cast} WHERE id = %s", (value, entry["id"]))
    return Expected(at, entry["id"])


def flip_leaf(scene: Scene, chance: random.Random) -> Expected:
    """Change one bit of one leaf in the database."""
    at, bit = chance.randrange(len(scene.entries)), chance.randrange(256)
    flipped = "UPDATE audit_leaf SET hash = set_bit(hash, %s, 1 - get_bit(hash, %s)) WHERE position = %s"
    scene.intruder.execute(flipped, (bit, bit, at))
    return Expected(at, scene.entries[at]["id"])


def delete_entry(scene: Scene, chance: random.Random) -> Expected:
    """Delete one entry and leave its leaf."""
    at = chance.randrange(len(scene.entries))
    scene.intruder.execute("DELETE FROM audit_entry WHERE id = %s", (scene.entries[at]["id"],))
    return Expected(at, scene.entries[at]["id"])


def delete_leaf(scene: Scene, chance: random.Random) -> Expected:
    """Delete one leaf and leave its entry."""
    at = chance.randrange(len(scene.entries))
    scene.intruder.execute("DELETE FROM audit_leaf WHERE position = %s", (at,))
    return Expected(at, scene.entries[at]["id"])


def delete_both(scene: Scene, chance: random.Random) -> Expected:
    """Delete an entry with its leaf, and half of the time close the gap in the positions."""
    at = chance.randrange(len(scene.entries))
    scene.intruder.execute("DELETE FROM audit_entry WHERE id = %s", (scene.entries[at]["id"],))
    scene.intruder.execute("DELETE FROM audit_leaf WHERE position = %s", (at,))
    if chance.random() < 0.5:
        _shift(scene.intruder, at, -1)
    return Expected(at)


def reorder_entries(scene: Scene, chance: random.Random) -> Expected:
    """Exchange the ids of two entries."""
    one, two = sorted(chance.sample(range(len(scene.entries)), 2))
    first, second = scene.entries[one]["id"], scene.entries[two]["id"]
    _exchange(scene.intruder, "audit_entry", "id", first, second)
    return Expected(one, first)


def reorder_leaves(scene: Scene, chance: random.Random) -> Expected:
    """Exchange the positions of two leaves."""
    one, two = sorted(chance.sample(range(len(scene.entries)), 2))
    _exchange(scene.intruder, "audit_leaf", "position", one, two)
    return Expected(one, scene.entries[one]["id"])


def insert_entry(scene: Scene, chance: random.Random) -> Expected:
    """Put a copy of an entry where an id was left out, half of the time with a leaf of its own."""
    gaps = [at for at in range(1, len(scene.entries)) if scene.entries[at]["id"] - scene.entries[at - 1]["id"] > 1]
    at = chance.choice(gaps)
    new, copied = scene.entries[at]["id"] - 1, chance.choice(scene.entries)["id"]
    scene.intruder.execute(COPY, (new, copied))
    if chance.random() < 0.5:
        _shift(scene.intruder, at, 1)
        scene.intruder.execute(COPY_LEAF, (at, new, copied))
    return Expected(at, new)


def append_entry(scene: Scene, chance: random.Random) -> Expected:
    """Put a copy of an entry behind the last, with an id that nobody drew."""
    (last,) = scene.intruder.execute("SELECT last_value FROM audit_entry_id_seq").fetchone() or (0,)
    new = last + chance.randint(1, 100)
    scene.intruder.execute(COPY, (new, chance.choice(scene.entries)["id"]))
    return Expected(None, new)


def truncate(scene: Scene, chance: random.Random) -> Expected:
    """Empty the entries, the leaves, or both."""
    tables = chance.choice(("audit_entry", "audit_leaf", "audit_entry, audit_leaf"))
    scene.intruder.execute(f"TRUNCATE {tables}")
    return Expected(0, scene.entries[0]["id"] if "," not in tables else None)


def roll_back(scene: Scene, chance: random.Random) -> Expected:
    """Bring the tables back to what they were some entries ago, as restoring a backup does."""
    at = chance.randrange(len(scene.entries))
    scene.intruder.execute("DELETE FROM audit_entry WHERE id >= %s", (scene.entries[at]["id"],))
    scene.intruder.execute("DELETE FROM audit_leaf WHERE position >= %s", (at,))
    return Expected(at)


KINDS: dict[str, Mutation] = {
    "flip": flip_entry,
    "flip leaf": flip_leaf,
    "delete": delete_entry,
    "delete leaf": delete_leaf,
    "delete both": delete_both,
    "reorder": reorder_entries,
    "reorder leaves": reorder_leaves,
    "insert": insert_entry,
    "append": append_entry,
    "truncate": truncate,
    "rollback": roll_back,
}


def _changed(value: Any, chance: random.Random) -> Any:
    if value is None:
        return 0
    if isinstance(value, int):
        return value + chance.choice((-1, 1))
    if isinstance(value, str):
        at = chance.randrange(len(value) + 1)
        return value[:at] + chance.choice("x \t\\") + value[at:]
    return value + MICROSECOND


def _exchange(intruder: Connection[Any], table: str, column: str, one: int, two: int) -> None:
    aside = -1_000_000
    for old, new in ((one, aside), (two, one), (aside, two)):
        intruder.execute(f"UPDATE {table} SET {column} = %s WHERE {column} = %s", (new, old))


def _shift(intruder: Connection[Any], start: int, by: int) -> None:
    aside = 1_000_000
    intruder.execute("UPDATE audit_leaf SET position = position + %s WHERE position >= %s", (aside, start))
    intruder.execute("UPDATE audit_leaf SET position = position - %s WHERE position >= %s", (aside - by, aside))
