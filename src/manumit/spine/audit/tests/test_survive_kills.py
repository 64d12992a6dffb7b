"""kill -9 of the sequencer at any moment, under concurrent writers: nothing lost, nothing out of order."""

import multiprocessing
import os
import random
import signal
import threading
import time

import psycopg
import pytest
from django.db import connections

from manumit.spine.audit.connecting import connection, is_only_sequencer
from manumit.spine.audit.sequencer import Sequencer

KILLS = int(os.environ.get("AUDIT_KILLS", "25"))
WRITERS, HOT = 3, 4
fork = multiprocessing.get_context("fork")
INSERT = """
INSERT INTO audit_entry (purpose, verb, kind, record_id, group_name, detail) VALUES ('', 'hot.edit', 'hot', %s, '', %s)
"""
OUT_OF_ORDER = """
SELECT count(*) FROM (
    SELECT detail::bigint AS n, lag(detail::bigint, 1, 0) OVER (PARTITION BY record_id ORDER BY position) AS before
    FROM audit_leaf JOIN audit_entry ON id = entry_id WHERE kind = 'hot'
) AS steps WHERE n <> before + 1
"""


@pytest.fixture
def hot(transactional_db):
    """Rows that every writer wants: their counters tell the order in which changes happened."""
    with connections["owner"].cursor() as cursor:
        cursor.execute("CREATE TABLE hot (id bigint PRIMARY KEY, n bigint NOT NULL DEFAULT 0)")
        cursor.execute("INSERT INTO hot SELECT generate_series(1, %s)", [HOT])
        cursor.execute("GRANT SELECT, UPDATE ON hot TO manumit_app")
    yield
    with connections["owner"].cursor() as cursor:
        cursor.execute("DROP TABLE hot")


def sequence(log) -> None:
    """The child's life: what `manumit audit sequence` does, until it is killed."""
    with connection() as opened:
        while not is_only_sequencer(opened):
            time.sleep(0.01)
        Sequencer(opened, log.outside, log.home).run(threading.Event())


def write(seed: int, stopped: threading.Event) -> None:
    """Count a hot row up and log it, holding transactions open for a while; give some of them up."""
    chance = random.Random(seed)
    with connection("default") as opened:
        while not stopped.is_set():
            try:
                with opened.transaction():
                    row = chance.randint(1, HOT)
                    (n,) = opened.execute("UPDATE hot SET n = n + 1 WHERE id = %s RETURNING n", [row]).fetchone()
                    opened.execute(INSERT, [row, str(n)])
                    if chance.random() < 0.2:
                        time.sleep(chance.random() * 0.02)
                    if chance.random() < 0.1:
                        raise psycopg.Rollback
            except psycopg.Rollback:
                pass


@pytest.mark.committed
def test_kills_of_the_sequencer_lose_and_disorder_nothing(log, hot):
    chance, stopped = random.Random(2), threading.Event()
    writers = [threading.Thread(target=write, args=(seed, stopped)) for seed in range(WRITERS)]
    for writer in writers:
        writer.start()
    try:
        for _ in range(KILLS):
            child = fork.Process(target=sequence, args=(log,))
            child.start()
            time.sleep(0.02 + chance.random() * 0.25)
            os.kill(child.pid, signal.SIGKILL)
            child.join()
    finally:
        stopped.set()
        for writer in writers:
            writer.join()
    log.seal()
    report = log.verify()
    assert (report.findings, report.unwritten, report.unsealed) == ((), 0, 0)
    with connections["default"].cursor() as cursor:
        cursor.execute(OUT_OF_ORDER)
        assert cursor.fetchone() == (0,)
        cursor.execute("SELECT sum(n), (SELECT count(*) FROM audit_leaf) FROM hot")
        counted, sealed = cursor.fetchone()
    assert counted == sealed == report.entries > KILLS
