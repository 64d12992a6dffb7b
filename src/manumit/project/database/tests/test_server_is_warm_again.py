"""What the cache held before a stop, it holds again after the next start: no morning begins cold."""

import time
from pathlib import Path

import psycopg

from manumit.project.database.launcher import Server

PATIENCE = 60.0
TOLD = "successfully prewarmed"


def test_a_server_in_use_fills_its_cache_with_what_it_held(empty_home: Path) -> None:
    with Server(empty_home) as server, psycopg.connect(server.superuser.url) as connection:
        connection.execute("CREATE TABLE seen AS SELECT generate_series(1, 20000)")
    with Server(empty_home) as server:
        told, until = "", time.monotonic() + PATIENCE
        while TOLD not in told and time.monotonic() < until:
            time.sleep(0.1)
            told = server.place.log.read_text()
    assert TOLD in told
