"""The drill: an index is written, a batch scored, a model learned; a kill at a random moment of each; the judgement."""

import csv
import os
import random
import signal
import subprocess
import sys
import tempfile
import time
from collections import Counter
from pathlib import Path
from typing import Any

import duckdb

from manumit.linkage import PERSON, Index, Model
from manumit.linkage.batch import engine
from manumit.linkage.index import container

from . import deeds

ROOT = Path(__file__).resolve().parents[3]
PEOPLE = 3_000
SHARES = {"index": 0.6, "batch": 0.2, "train": 0.2}
WITHIN = {"index": 0.6}
"""Seconds in which the writer of the index dies; a batch or a training dies within the time that one takes."""
ASKED = 40


class Lost(AssertionError):
    """Something that was said to be done is not there, or something is half done."""


class Drill:
    """One drill in a folder of its own; `run` returns its figures, `ok` among them."""

    def __init__(self, folder: Path, seed: int) -> None:
        self.folder, self.chance = folder, random.Random(seed)
        self.model = Model.starting(PERSON)
        self.within = dict(WITHIN)
        self.whole: dict[str, Any] = {}

    def run(self, kills: int) -> dict[str, Any]:
        """Kill `kills` times, judge after each, and at the end compare with what was never killed."""
        began = time.monotonic()
        self._prepare()
        died, late, faults = Counter[str](), 0, list[str]()
        for _ in range(kills):
            what = self.chance.choices(list(SHARES), list(SHARES.values()))[0]
            said, finished = self._kill(what)
            died[what], late = died[what] + 1, late + finished
            try:
                getattr(self, f"_judge_{what}")(said)
            except Exception as error:
                faults.append(f"{what}: {error}")
        faults += self._at_the_end()
        held = len(deeds.after(self._position()))
        figures = {"kills": dict(died), "finished_before": late, "steps": self._position(), "records": held}
        return {"ok": not faults, **figures, "faults": faults, "seconds": round(time.monotonic() - began, 1)}

    def _prepare(self) -> None:
        rows = list(deeds.people(PEOPLE))
        with (self.folder / "people.csv").open("w", newline="") as file:
            out = csv.writer(file)
            out.writerow(("id", "names.given", "names.family", "birth", "sex", "phones"))
            out.writerows([row["id"], *list(row.values())[1:5], row["phone"] or ""] for row in rows)
        with duckdb.connect() as database:
            database.execute("CREATE TABLE p (id INT, given TEXT, family TEXT, birth TEXT, sex TEXT, phone TEXT)")
            database.executemany("INSERT INTO p VALUES (?, ?, ?, ?, ?, ?)", [list(row.values()) for row in rows])
            database.execute(f"COPY p TO '{self.folder / 'people.parquet'}' (FORMAT parquet)")
        for what, file in (("batch", "pairs"), ("train", "model.json")):
            start = time.monotonic()
            self._start(what).communicate()
            self.within[what] = time.monotonic() - start
            self.whole[what] = (self.folder / file).read_bytes()
            (self.folder / file).unlink()

    def _start(self, what: str) -> subprocess.Popen[str]:
        own = {**os.environ, "PYTHONPATH": f"{ROOT}:{ROOT / 'src'}", "TMPDIR": str(self.folder)}
        command = [sys.executable, "-m", "tests.faults.linkage.victims", what, str(self.folder)]
        return subprocess.Popen(command, stdout=subprocess.PIPE, text=True, cwd=ROOT, env=own)

    def _kill(self, what: str) -> tuple[int, bool]:
        """Kill a victim at a random moment; return the last step it said was done, and whether it was done already."""
        with self._start(what) as process:
            assert process.stdout
            if process.stdout.readline() != "ready\n":
                raise Lost(f"{what} does not start again")
            time.sleep(self.chance.uniform(0, self.within[what]))
            finished = process.poll() is not None
            process.send_signal(signal.SIGKILL)
            said = process.stdout.read().split("\n")[:-1]
        return (int(said[-1]) if said else 0), finished

    def _position(self) -> int:
        return int(self._index().position or 0)

    def _index(self) -> Index:
        return Index.open(self.folder / "index", self.model)

    def _judge_index(self, said: int) -> None:
        here, position = self._index(), self._position()
        if position < said:
            raise Lost(f"step {said} was acknowledged, the index stands at {position}")
        if sorted(here.ids()) != sorted(deeds.after(position)):
            raise Lost(f"other records than {position} steps leave")

    def _judge_batch(self, _: int) -> None:
        self._absent_or_whole("batch", "pairs")
        if (self.folder / "pairs").exists():
            container.read(self.folder / "pairs")

    def _judge_train(self, _: int) -> None:
        self._absent_or_whole("train", "model.json")

    def _absent_or_whole(self, what: str, name: str) -> None:
        file = self.folder / name
        if file.exists() and file.read_bytes() != self.whole[what]:
            raise Lost(f"{name} is neither absent nor what an undisturbed run writes")
        file.unlink(missing_ok=True)

    def _at_the_end(self) -> list[str]:
        """Return what differs from an index built from scratch, and what killed batches left behind."""
        faults, here = [], self._index()
        scratch = Index.open(self.folder / "scratch", self.model)
        scratch.load(deeds.after(self._position()).items())
        here.compact()
        for number in range(ASKED):
            asked = deeds.record(number, 1)
            if here.search(asked, 20) != scratch.search(asked, 20):
                faults.append(f"index: question {number} is answered otherwise than by an index built from scratch")
        changed = [what for what in ("batch", "train") if not self._same(what)]
        faults += [f"{what}: an undisturbed run no longer gives the same" for what in changed]
        left = [path.name for path in self.folder.glob(f"{engine.FOLDER}*")]
        return faults + [f"batch: {name} was left behind" for name in left]

    def _same(self, what: str) -> bool:
        self._start(what).communicate()
        return (self.folder / {"batch": "pairs", "train": "model.json"}[what]).read_bytes() == self.whole[what]


def drill(home: Path, kills: int, seed: int) -> dict[str, Any]:
    """Drill in a folder made and thrown away inside `home`."""
    with tempfile.TemporaryDirectory(dir=home) as folder:
        return Drill(Path(folder), seed).run(kills)
