"""The drill: people and an importer at work, a kill every moment, then the judgement."""

import csv
import json
import os
import random
import socket
import subprocess
import sys
import threading
import time
from pathlib import Path
from typing import Any

from manumit.project.command import lifeline, surroundings
from manumit.project.database import roles
from manumit.project.database.launcher import Server

from . import askers, victims
from .askers import Asker
from .deeds import Ledger, Worker
from .givers import Giver

WORKERS = 3
ROWS = 2_000
"""How many rows a file to import has; there is always a next file, so that an importer can die until the end."""
ANSWERS_WITHIN = 90.0
BETWEEN_KILLS = 4
"""How many deeds are acknowledged before the next kill, if that takes no longer than DEEDS_WITHIN seconds."""
DEEDS_WITHIN = 30.0
HOLDING = frozenset({"server", "web", "database", "backend"})
"""Whose death can cut an answer to a request short: they are killed while one is being saved."""
SAVING_WITHIN = 20.0
LONGEST_SAVE = 0.04
"""Seconds: a save takes longer on these machines, so that a kill meets each part of it."""
WHO = ("Male", "Uncertain", "07/07/2025")
SETTINGS = "manumit.project.settings.demo"


class Drill:
    """One drill in a home of its own; `run` returns its figures, `ok` among them."""

    def __init__(self, port: int, seed: int) -> None:
        self.home = surroundings.home()
        self.port, self.chance = port, random.Random(seed)
        self.ledger = Ledger()
        self.server = Server(self.home)
        self.serve: subprocess.Popen[bytes] | None = None
        self.importer: subprocess.Popen[bytes] | None = None
        self.files, self.imports_done = 0, True
        self.cookie = self.request = ""
        self.asker: Asker | None = None
        self.met = 0

    def run(self, kills: int) -> dict[str, Any]:
        """Work and kill `kills` times, let everything come to its end, and judge."""
        began, token = time.monotonic(), self._prepare()
        self._start()
        workers: list[threading.Thread] = [
            Worker(self.port, token, self.ledger, self.chance.random().__hash__()) for _ in range(WORKERS)
        ]
        workers.append(Giver(self.port, self.ledger))
        self.asker = Asker(self.port, self.cookie, self.request, self.ledger)
        workers.append(self.asker)
        for worker in workers:
            worker.start()
        died = self._kill(kills)
        self._finish(workers)
        return self._judged(died) | {"seconds": round(time.monotonic() - began, 1)}

    def _prepare(self) -> str:
        with surroundings.Surroundings("database", untouched=False) as place:
            place.start()
            from django.db import connections

            from manumit.modules.tips.models import TipDesk
            from manumit.project.demonstration import people
            from manumit.project.installing import readiness
            from manumit.spine.administration.actions.create_token import create_token

            readiness.make_ready()
            owner = people.actors(people.engage())[0]
            TipDesk.objects.create(agency_id=owner.agency_id, address="drill")
            token = create_token(owner, "Drill", ["cases:read", "cases:write"], days=2)
            self.cookie, self.request = askers.begin()
            connections.close_all()  # the server goes now: whoever asks next needs a connection of its own
            surroundings.forget(place.server)
        return token

    def _next_file(self) -> None:
        """Write the next file to import, once the last one went through."""
        if not self.imports_done:
            return
        self.files, self.imports_done = self.files + 1, False
        with self._file().open("w", newline="") as file:
            out = csv.writer(file)
            out.writerow(HEADER)
            for row in range(self.files * ROWS, (self.files + 1) * ROWS):
                name = (f"Drillson{row}", f"Given{row}")
                place = ("Billings", "Yellowstone", "MT")
                out.writerow(
                    (f"MP{1_000_000 + row}", "06/08/2024", *name, "30 Years", *place, "Male", "Uncertain", "07/07/2025")
                )

    def _file(self) -> Path:
        return self.home / f"rows-{self.files}.csv"

    def _spawn(self, *words: str) -> "subprocess.Popen[bytes]":
        environment = self._environment() | lifeline.of_this_process()
        command = [sys.executable, "-m", "manumit.project", *words]
        with (self.home / "drill.log").open("ab") as log:
            return subprocess.Popen(command, env=environment, stdin=subprocess.DEVNULL, stdout=log, stderr=log)

    def _environment(self) -> dict[str, str]:
        return os.environ | {"DJANGO_SETTINGS_MODULE": SETTINGS, "MANUMIT_HOME": str(self.home)}

    def _start(self) -> None:
        """Start what is not running: the server, and the importer until its file went through."""
        if self.serve is None or self.serve.poll() is not None:
            self.serve = self._spawn("serve", "--port", str(self.port))
        if self.importer and self.importer.poll() == 0:
            self.importer, self.imports_done = None, True
        if not self.imports_done and self._importer_pid() is None:
            self.importer = self._spawn("import", "namus", str(self._file()), "--agency", "RVTPD", "--json")

    def _kill(self, kills: int) -> dict[str, int]:
        found = victims.Victims(lambda: self.serve.pid if self.serve else 0, self._importer_pid, self.server)
        died = dict.fromkeys(found.kinds, 0)
        while sum(died.values()) < kills:
            self._next_file()
            self._await_deeds()
            time.sleep(self.chance.uniform(0.05, 2.0))
            self._start()
            kind = self._next_to_die(found, died)
            if kind == "server":
                self._await_answer()
        return died

    def _next_to_die(self, found: victims.Victims, died: dict[str, int]) -> str:
        """Kill one of the kind that died least and is there, and say which; empty where there was none."""
        for kind in sorted(died, key=lambda each: (died[each], self.chance.random())):
            saving = kind in HOLDING and self._await_save()
            if found.kill(kind, self.chance):
                died[kind] += 1
                self.met += saving
                return kind
        return ""

    def _await_save(self) -> bool:
        """Wait until an answer is being saved, and somewhat longer; say whether it still is."""
        assert self.asker is not None
        self._start()
        begun = self.asker.saving.wait(SAVING_WITHIN)
        time.sleep(self.chance.uniform(0, LONGEST_SAVE))
        return begun and self.asker.saving.is_set()

    def _await_deeds(self) -> None:
        """Let people get on with their work, so that there is something to lose."""
        wanted, end = self.ledger.acknowledged + BETWEEN_KILLS, time.monotonic() + DEEDS_WITHIN
        while self.ledger.acknowledged < wanted and time.monotonic() < end:
            self._start()
            time.sleep(0.05)

    def _await_answer(self) -> None:
        """Start the server and wait until it answers; only now and then may it be killed while it starts."""
        end = time.monotonic() + ANSWERS_WITHIN
        while time.monotonic() < end and self.chance.random() > 0.02:
            self._start()
            try:
                socket.create_connection(("127.0.0.1", self.port), timeout=1).close()
            except OSError:
                time.sleep(0.2)
            else:
                return

    def _await_seal(self) -> None:
        """Wait until every entry has its place in the tree; a start on a busy machine takes its time."""
        from . import judge

        end = time.monotonic() + ANSWERS_WITHIN
        while time.monotonic() < end and not judge.all_sealed(self.server.address(roles.OWNER)):
            time.sleep(0.2)

    def _importer_pid(self) -> int | None:
        return self.importer.pid if self.importer and self.importer.poll() is None else None

    def _finish(self, workers: list[threading.Thread]) -> None:
        """Let every deed in hand and the import come to their end, then stop the server in order."""
        self.ledger.stopped.set()
        end = time.monotonic() + ANSWERS_WITHIN
        while time.monotonic() < end and (any(worker.is_alive() for worker in workers) or not self.imports_done):
            self._start()
            time.sleep(0.2)
        unfinished = [worker.name for worker in workers if worker.is_alive()]
        if unfinished or not self.imports_done:
            self.ledger.surprises.append(f"not finished: {unfinished}, imports {self.imports_done}")
        if self.serve:
            self.serve.terminate()
            self.serve.wait(60)

    def _judged(self, died: dict[str, int]) -> dict[str, Any]:
        with surroundings.Surroundings("database", untouched=False) as place:
            place.start()
            from . import judge

            wrong = [
                *judge.broken_rules(),
                *judge.lost(self.ledger)[:5],
                *askers.lost(self.ledger)[:5],
                *self.ledger.surprises[:5],
            ]
            imported, offered = judge.imported(), ROWS * self.files
            wrong += [] if imported == offered else [f"imported {imported} of {offered} rows"]
            surroundings.forget(place.server)
        log = self._log()
        wrong += [] if log["ok"] else [f"the log: {log}"]
        acknowledged = self.ledger.acknowledged
        return {
            "ok": not wrong,
            "kills": died,
            "acknowledged": acknowledged,
            "tips": len(self.ledger.tips),
            "answers": len(self.ledger.answers),
            "met_a_save": self.met,
            "saves_cut": self.asker.cut if self.asker else 0,
            "entries": log["entries"],
            "wrong": wrong,
        }

    def _log(self) -> dict[str, Any]:
        """Seal what is left, then verify."""
        self.serve = self._spawn("serve", "--port", str(self.port))
        self._await_seal()
        self.serve.terminate()
        self.serve.wait(60)
        words = [sys.executable, "-m", "manumit.project", "audit", "verify", "--json"]
        run = subprocess.run(words, env=self._environment(), capture_output=True, text=True, check=False)
        report = json.loads(run.stdout or "{}")
        return {"ok": run.returncode == 0, "entries": report.get("entries"), "says": (run.stdout + run.stderr)[-500:]}


HEADER = (
    "Case Number", "DLC", "Legal Last Name", "Legal First Name", "Missing Age", "City", "County", "State",
    "Biological Sex", "Race / Ethnicity", "Date Modified",
)  # fmt: skip
