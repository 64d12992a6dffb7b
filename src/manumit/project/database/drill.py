"""Killing the embedded database at random moments, and looking what is left: `manumit drill postgres`.

A child starts the server and writes rows, saying each one it was told is committed. It, the server, or both are killed
while the folder is made, while the server starts, or while rows are written. Then a start must heal it, in bounded
time, with every acknowledged row there.
"""

import os
import random
import shutil
import signal
import subprocess
import sys
import time
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path

import psutil
import psycopg

from . import postmaster
from .errors import DatabaseTrouble
from .launcher import Server

MOMENTS = {"initdb": 3.0, "start": 1.0, "writing": 0.6}
"""When a kill falls, and within how many seconds of the moment's beginning, at random."""

VICTIMS = ("launcher", "server", "both", "everything")
TABLE = "CREATE TABLE IF NOT EXISTS drill (id bigint PRIMARY KEY)"


@dataclass(slots=True)
class Outcome:
    """What the drill found: kills by moment, rows acknowledged and lost, the longest start in seconds, faults."""

    kills: Counter[str] = field(default_factory=Counter)
    rows: int = 0
    lost: int = 0
    longest_start: float = 0.0
    faults: list[str] = field(default_factory=list)

    def as_json(self) -> dict[str, object]:
        """Return the outcome as `--json` prints it."""
        return {
            "kills": self.kills.total(), **dict(self.kills), "rows": self.rows, "lost": self.lost,
            "longest_start_s": round(self.longest_start, 2), "faults": self.faults,
            "ok": not self.lost and not self.faults,
        }  # fmt: skip


class Drill:
    """One series of kills in `home`, which is made and removed. `seed` makes the moments those of another run."""

    def __init__(self, home: Path, seed: int) -> None:
        self.home, self.random, self.outcome = home, random.Random(seed), Outcome()  # noqa: S311 - no secret
        self.acknowledged: set[int] = set()

    def run(self, kills: int) -> Outcome:
        """Kill `kills` times, healing after each, and return what was found."""
        try:
            for number in range(kills):
                self._round("initdb" if number % 4 == 0 else self.random.choice(["start", "writing"]))
        finally:
            self._clear()
        return self.outcome

    def _round(self, moment: str) -> None:
        if moment == "initdb":
            self._clear()
        child = self._child()
        if moment == "writing":
            child.stdout.readline()  # type: ignore[union-attr]
        time.sleep(self.random.uniform(0, MOMENTS[moment]))
        self._kill(child, self.random.choice(VICTIMS))
        self._hear(child)
        self.outcome.kills[moment] += 1
        self._heal(moment)

    def _child(self) -> "subprocess.Popen[str]":
        command = [sys.executable, "-m", __name__, str(self.home), str(max(self.acknowledged, default=0) + 1_000_000)]
        return subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True)

    def _kill(self, child: "subprocess.Popen[str]", victim: str) -> None:
        server = self._server_process()
        if victim == "everything":
            for process in psutil.Process(child.pid).children(recursive=True):
                _kill(process.pid)
        if victim != "launcher" and server:
            _kill(server)
        if victim != "server" or not server:
            child.kill()

    def _server_process(self) -> int | None:
        living = postmaster.living(Server(self.home).place.data)
        return living.pid if living else None

    def _hear(self, child: "subprocess.Popen[str]") -> None:
        """Collect what the child was told is committed; one that is left, and heals its server itself, ends now."""
        time.sleep(self.random.uniform(0, 1))
        child.kill()
        said, _ = child.communicate()
        self.acknowledged |= {int(line) for line in said.split("\n")[:-1] if line.isdigit()}
        self.outcome.rows = max(self.outcome.rows, len(self.acknowledged))

    def _heal(self, moment: str) -> None:
        began = time.monotonic()
        try:
            with Server(self.home) as server:
                self.outcome.longest_start = max(self.outcome.longest_start, time.monotonic() - began)
                kept = _rows(server)
        except (DatabaseTrouble, psycopg.Error) as trouble:
            self.outcome.faults.append(f"{moment}: {trouble}")
            return
        self.outcome.lost += len(self.acknowledged - kept)

    def _clear(self) -> None:
        self.acknowledged = set()
        if self.home.exists():
            Server(self.home).throw_away()
            shutil.rmtree(self.home)


def _kill(process: int) -> None:
    try:
        os.kill(process, signal.SIGKILL)
    except ProcessLookupError:
        return


def _rows(server: Server) -> set[int]:
    with psycopg.connect(server.superuser.conninfo) as connection:
        connection.execute(TABLE)
        return {int(str(row[0])) for row in connection.execute("SELECT id FROM drill").fetchall()}


def write(home: Path, first: int) -> None:
    """Start the server, then write rows numbered from `first`, saying each once it is committed, until killed."""
    with Server(home) as server, psycopg.connect(server.superuser.conninfo, autocommit=True) as connection:
        connection.execute(TABLE)
        number = first
        while True:
            connection.execute("INSERT INTO drill VALUES (%s)", [number])
            sys.stdout.write(f"{number}\n")
            sys.stdout.flush()
            number += 1


if __name__ == "__main__":
    write(Path(sys.argv[1]), int(sys.argv[2]))
