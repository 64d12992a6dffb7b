"""The measurement: writers with and without the log in turns, then a check of a log filled up to its length."""

import multiprocessing
import statistics
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from multiprocessing.process import BaseProcess
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from django.conf import settings
from django.db import connection, connections
from django.test import override_settings

from manumit.spine.audit.commands.sequence import seal_until
from manumit.spine.audit.connecting import connection as own_connection
from manumit.spine.audit.outside import Outside
from manumit.spine.audit.verifying import verify

from .writers import Turn, make_tables, take_turn

TURNS = 4
FILL_BATCH = 50_000
FILL = """
INSERT INTO audit_entry (person_id, agency_id, purpose, verb, kind, record_id, group_name, detail)
SELECT mod(n, 97), mod(n, 7), 'investigation', 'case.read', 'case', mod(n, 50000), 'summary',
    '{"page":"/cases/","n":' || n || '}'
FROM generate_series(1, %s) AS n
"""
LAG = """
SELECT extract(epoch FROM clock_timestamp() - min(at))::float8 FROM audit_entry
WHERE id > (SELECT coalesce(max(entry_id), 0) FROM audit_leaf)
"""


def measure(entries: int, writers: int, seconds: float) -> dict[str, Any]:
    """Return the figures: transactions a second (`_tps`), milliseconds (`_ms`), entries a second (`seal_rate`).

    `writers_ratio` is the writers' speed with the log over that without, both measured in turns of one run.
    """
    with TemporaryDirectory(dir=settings.MANUMIT_HOME) as home, override_settings(MANUMIT_HOME=Path(home)):
        return _measure(entries, writers, seconds)


def _measure(entries: int, writers: int, seconds: float) -> dict[str, Any]:
    make_tables()
    lags: list[float] = []
    with _sequencer() as sequencer:
        take_turn(True, writers, 1.0)
        turns = [_turn(logged, writers, seconds / TURNS, lags) for _ in range(TURNS) for logged in (True, False)]
        sealing = _fill(entries, sequencer)
    report = verify(Outside.of_this_install())
    with_log, without = _speed(turns, logged=True), _speed(turns, logged=False)
    return {
        "entries": report.entries,
        "ok": not report.findings and report.entries >= entries,
        "verify_seconds": report.seconds,
        "seal_rate": sealing,
        "writers": writers,
        "writers_tps": with_log,
        "writers_tps_without_log": without,
        "writers_ratio": round(with_log / without, 3),
        "lag_ms_median": round(statistics.median(lags) * 1000, 1),
        "lag_ms_max": round(max(lags) * 1000, 1),
    }


@contextmanager
def _sequencer() -> Iterator[BaseProcess]:
    connections.close_all()
    process = multiprocessing.get_context("fork").Process(target=seal_until, args=(threading.Event(),), daemon=True)
    process.start()
    try:
        yield process
    finally:
        process.terminate()
        process.join()


def _turn(logged: bool, writers: int, seconds: float, lags: list[float]) -> Turn:
    stopped = threading.Event()
    watch = threading.Thread(target=_watch, args=(stopped, lags if logged else []))
    watch.start()
    try:
        return take_turn(logged, writers, seconds)
    finally:
        stopped.set()
        watch.join()


def _watch(stopped: threading.Event, lags: list[float]) -> None:
    with own_connection() as opened:
        while not stopped.wait(0.1):
            (lag,) = opened.execute(LAG).fetchone() or (None,)
            lags.append(lag or 0.0)


def _speed(turns: list[Turn], *, logged: bool) -> float:
    chosen = [turn for turn in turns if turn.logged is logged]
    return round(sum(turn.transactions for turn in chosen) / sum(turn.seconds for turn in chosen), 1)


def _fill(entries: int, sequencer: BaseProcess) -> int:
    """Write entries until there are `entries`, wait until all are sealed, and return how many were sealed a second."""
    with connection.cursor() as cursor:
        missing = entries - _count(cursor, "audit_entry")
        began = time.monotonic()
        for start in range(0, missing, FILL_BATCH):
            cursor.execute(FILL, [min(FILL_BATCH, missing - start)])
        while _count(cursor, "audit_leaf") < _count(cursor, "audit_entry"):
            if not sequencer.is_alive():
                raise RuntimeError("the sequencer ended before all was sealed")
            time.sleep(0.5)
    return round(max(missing, 0) / (time.monotonic() - began))


def _count(cursor: Any, table: str) -> int:
    cursor.execute(f"SELECT count(*) FROM {table}")
    return int(cursor.fetchone()[0])
