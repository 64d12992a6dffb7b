"""The drill: programs that change cases, raise their links, look at everything, build and learn; a kill of each."""

import os
import random
import signal
import subprocess
import sys
import time
from collections import Counter
from pathlib import Path
from typing import Any

from manumit.project.command import surroundings

ROOT = Path(__file__).resolve().parents[3]
SHARES = {"work": 0.5, "batch": 0.2, "build": 0.15, "train": 0.15}
WITHIN = 2.5
"""Seconds from its beginning within which a program dies."""
FIRST = 12
"""Acknowledged changes before the first kill, so that there is something to find."""


class Drill:
    """One drill in a home of its own; `run` returns its figures, `ok` among them."""

    def __init__(self, seed: int) -> None:
        self.home, self.chance = surroundings.home(), random.Random(seed)
        self.acknowledged: list[int] = []
        self.faults: list[str] = []

    def run(self, kills: int) -> dict[str, Any]:
        """Kill `kills` times, judge after each, and at the end compare with what was never disturbed."""
        began, died = time.monotonic(), Counter[str]()
        with surroundings.Surroundings("database", untouched=False) as place:
            place.start()
            from manumit.project.installing import readiness

            readiness.make_ready()
            from . import judge

            self._kill("work", FIRST)
            while sum(died.values()) < kills:
                what = self.chance.choices(list(SHARES), list(SHARES.values()))[0]
                self._kill(what)
                died[what] += 1
                self.faults += [f"after {what}: {wrong}" for wrong in judge.after_a_kill(self.acknowledged)]
            self.faults += judge.at_the_end()
            stand = judge.candidates()
            surroundings.forget(place.server)
        figures = {"kills": dict(died), "acknowledged": len(self.acknowledged), "candidates": stand}
        return {"ok": not self.faults, **figures, "faults": self.faults, "seconds": round(time.monotonic() - began, 1)}

    def _kill(self, what: str, least: int = 0) -> None:
        """Start a program and kill it at a random moment, once it acknowledged `least` changes; keep what it said."""
        with self._start(what) as process:
            assert process.stdout
            if process.stdout.readline() != "ready\n":
                self.faults.append(f"{what} does not start again")
                return
            self.acknowledged += [int(process.stdout.readline()) for _ in range(least)]
            time.sleep(self.chance.uniform(0, WITHIN))
            process.send_signal(signal.SIGKILL)
            self.acknowledged += [int(line) for line in process.stdout.read().split("\n")[:-1]]

    def _start(self, what: str) -> subprocess.Popen[str]:
        own = {**os.environ, "PYTHONPATH": f"{ROOT}:{ROOT / 'src'}", "MANUMIT_HOME": str(self.home)}
        command = [sys.executable, "-m", "tests.faults.matching.victims", what, str(self.chance.randrange(1_000_000))]
        with (self.home / "drill.log").open("ab") as log:
            return subprocess.Popen(command, stdout=subprocess.PIPE, stderr=log, text=True, cwd=ROOT, env=own)
