"""Concurrent writers: each changes a case and writes its history, with the log and without, in turns."""

import multiprocessing
import random
import time
from dataclasses import dataclass
from multiprocessing.queues import SimpleQueue

from django.db import connection, connections, transaction

from manumit.spine import audit
from manumit.spine.audit.guards import RequireLeaf
from manumit.spine.identity.actor import Actor

ROWS = 20_000
TABLES = {True: "bench_case_logged", False: "bench_case_plain"}
CREATE = """
CREATE TABLE {table} (
    id bigint PRIMARY KEY, number text NOT NULL, owner_id bigint NOT NULL, level text NOT NULL, state text NOT NULL,
    title text NOT NULL, circumstances text NOT NULL, changed_at timestamptz NOT NULL, version int NOT NULL
);
CREATE INDEX ON {table} (owner_id, changed_at DESC, id DESC);
CREATE TABLE {table}_history (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, case_id bigint NOT NULL, version int NOT NULL,
    at timestamptz NOT NULL DEFAULT clock_timestamp(), person_id bigint NOT NULL, changes jsonb NOT NULL
);
CREATE INDEX ON {table}_history (case_id, version);
INSERT INTO {table} SELECT id, 'C-' || id, id % 40, 'open', 'active', 'Case ' || id, repeat('She was last seen. ', 40),
    clock_timestamp(), 1 FROM generate_series(1, {rows}) AS id;
GRANT SELECT, INSERT, UPDATE ON {table}, {table}_history TO manumit_app;
"""
ACTOR = """
SELECT m.roles, a.kind, a.nation_id, p.is_active FROM identity_membership m JOIN identity_agency a ON a.id = m.agency_id
JOIN identity_person p ON p.id = m.person_id WHERE m.id = %s
"""
READ = "SELECT number, owner_id, level, title, circumstances FROM {table} WHERE id = %s"
LOCK = "SELECT version, state FROM {table} WHERE id = %s FOR UPDATE"
CHANGE = "UPDATE {table} SET state = %s, changed_at = clock_timestamp(), version = version + 1 WHERE id = %s"
KEEP = "INSERT INTO {table}_history (case_id, version, person_id, changes) VALUES (%s, %s, %s, %s)"
CHANGES = '{"state": {"from": "active", "to": "suspended", "source": "report", "certainty": "exact"}}'
TAKEN = multiprocessing.get_context("fork")


@dataclass(frozen=True)
class Turn:
    """One turn of all writers: whether they logged, and how many transactions they committed in how many seconds."""

    logged: bool
    transactions: int
    seconds: float


def make_tables() -> None:
    """Make the two tables of cases, alike but for the guard that refuses a change without its entry."""
    owner = connections["owner"]
    with owner.cursor() as cursor:
        for table in TABLES.values():
            cursor.execute(CREATE.format(table=table, rows=ROWS))
    with owner.schema_editor() as editor:
        RequireLeaf(TABLES[True], "case").database_forwards("audit", editor, None, None)
    with owner.cursor() as cursor:
        cursor.execute("VACUUM ANALYZE")


def take_turn(logged: bool, writers: int, seconds: float) -> Turn:
    """Let `writers` processes change cases for `seconds`."""
    connections.close_all()  # what a fork inherits, it may not use
    counts: SimpleQueue[int] = TAKEN.SimpleQueue()
    crew = [TAKEN.Process(target=_write, args=(seed, logged, seconds, counts)) for seed in range(writers)]
    for writer in crew:
        writer.start()
    total = sum(counts.get() for _ in crew)
    for writer in crew:
        writer.join()
    return Turn(logged, total, seconds)


def _write(seed: int, logged: bool, seconds: float, counts: "SimpleQueue[int]") -> None:
    chance, done = random.Random(seed), 0
    actor = Actor(seed + 1, seed % 4 + 1, frozenset({"investigator"}), "investigation", "tribal")
    connection.ensure_connection()
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        change_case(actor, chance.randint(1, ROWS), logged)
        done += 1
    counts.put(done)


def change_case(actor: Actor, case_id: int, logged: bool) -> None:
    """Do what an action does: ask who acts, read the case and lock it, change it, keep its history, log it, commit."""
    table = TABLES[logged]
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(ACTOR, [actor.person_id])
        cursor.execute(READ.format(table=table), [case_id])
        cursor.fetchone()
        cursor.execute(LOCK.format(table=table), [case_id])
        version, state = cursor.fetchone()
        moved = "suspended" if state == "active" else "active"
        cursor.execute(CHANGE.format(table=table), [moved, case_id])
        cursor.execute(KEEP.format(table=table), [case_id, version + 1, actor.person_id, CHANGES])
        if logged:
            audit.record(actor, "case.move", kind="case", record_id=case_id, detail={"to": moved, "from": state})
