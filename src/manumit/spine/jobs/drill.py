"""Killing workers at random moments, to see that every job is done, its deed done once, and how soon."""

import os
import random
import statistics
import subprocess
import sys
import time
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from datetime import datetime
from typing import Any

from django.db import connection, transaction

from .drilling import KIND, VERB, drill_deed

WORKERS, CONCURRENCY, JOBS_A_KILL = 2, 4, 40
LIVES_SECONDS = (0.05, 1.2)
DEED_SECONDS = (0.02, 0.25)
DONE_WITHIN_SECONDS = 120.0
BOOT_SECONDS = 90.0

NEWEST_WORKER = "SELECT coalesce(max(id), 0) FROM procrastinate_workers"
HELD = "SELECT id, clock_timestamp() FROM procrastinate_jobs WHERE status = 'doing' AND worker_id = %s"
STARTED = "SELECT min(at) FROM procrastinate_events WHERE job_id = %s AND type = 'started' AND at > %s"
STATUSES = "SELECT status, count(*) FROM procrastinate_jobs WHERE task_name = %s AND args->>'run' = %s GROUP BY status"
DEEDS = (
    "SELECT record_id, count(*) FROM audit_entry WHERE verb = %s AND kind = %s AND group_name = %s GROUP BY record_id"
)


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a drill found. `held` jobs were under way when their worker was killed; times are seconds.

    `ok`: every job succeeded and every deed was done exactly once.
    """

    kills: int
    jobs: int
    succeeded: int
    missing: int
    doubled: int
    held: int
    recovery_p50: float
    recovery_max: float
    seconds: float

    @property
    def ok(self) -> bool:
        """Whether nothing was lost and nothing done twice."""
        return self.succeeded == self.jobs and not (self.missing or self.doubled)

    def as_json(self) -> dict[str, Any]:
        """Return the figures by name."""
        return {**asdict(self), "ok": self.ok}


class Drill:
    """One drill: `kills` workers are killed (-9) while they work off a queue that never runs dry."""

    def __init__(self, kills: int, seed: int | None = None) -> None:
        self.kills = kills
        self.random = random.Random(seed)  # noqa: S311 - moments, not secrets
        self.run_name = f"{os.getpid()}-{time.time_ns() % 10**9}"
        self.held: list[tuple[int, datetime]] = []
        self.enqueued = 0

    def run(self) -> Outcome:
        """Kill, wait until every job is done, and count. Raises TimeoutError if that does not happen."""
        began = time.monotonic()
        workers: list[Worker] = []
        try:
            workers += (Worker() for _ in range(WORKERS))
            for _ in range(self.kills):
                self._kill_one(workers)
            self._await_all()
        finally:
            for worker in workers:
                worker.kill()
        return self._outcome(time.monotonic() - began)

    def _kill_one(self, workers: list["Worker"]) -> None:
        self._enqueue(JOBS_A_KILL)
        time.sleep(self.random.uniform(*LIVES_SECONDS))
        doomed = self.random.randrange(len(workers))
        workers[doomed].kill()
        self.held += workers[doomed].held()
        workers[doomed] = Worker()

    def _enqueue(self, count: int) -> None:
        with transaction.atomic():
            for _ in range(count):
                self.enqueued += 1
                seconds = self.random.uniform(*DEED_SECONDS)
                drill_deed.enqueue(run=self.run_name, number=self.enqueued, seconds=seconds)

    def _await_all(self) -> None:
        end = time.monotonic() + DONE_WITHIN_SECONDS
        while set(self._statuses()) & {"todo", "doing"}:
            if time.monotonic() > end:
                raise TimeoutError(f"Not done after {DONE_WITHIN_SECONDS} s: {self._statuses()}")
            time.sleep(0.1)

    def _statuses(self) -> dict[str, int]:
        return dict(_rows(STATUSES, drill_deed.name, self.run_name))

    def _outcome(self, seconds: float) -> Outcome:
        deeds = dict(_rows(DEEDS, VERB, KIND, self.run_name))
        recoveries = sorted(self._recoveries()) or [0.0]
        return Outcome(
            kills=self.kills,
            jobs=self.enqueued,
            succeeded=self._statuses().get("succeeded", 0),
            missing=self.enqueued - len(deeds),
            doubled=sum(count > 1 for count in deeds.values()),
            held=len(self.held),
            recovery_p50=round(statistics.median(recoveries), 2),
            recovery_max=round(recoveries[-1], 2),
            seconds=round(seconds, 1),
        )

    def _recoveries(self) -> Iterator[float]:
        """Yield the seconds from each kill until a job it interrupted was begun again."""
        for job_id, killed_at in self.held:
            ((started_at,),) = _rows(STARTED, job_id, killed_at)
            if started_at:
                yield (started_at - killed_at).total_seconds()


class Worker:
    """A worker process, known to the queue under its id."""

    def __init__(self) -> None:
        before = _rows(NEWEST_WORKER)
        self.process = subprocess.Popen([sys.executable, "-m", "manumit.project", "worker", "--jobs", str(CONCURRENCY)])
        self.id = self._registered(before[0][0])

    def kill(self) -> None:
        """Kill the process at once, as a lost machine would."""
        self.process.kill()
        self.process.wait()

    def held(self) -> list[tuple[int, datetime]]:
        """Return the jobs it had under way, with the database's time."""
        return [(job_id, at) for job_id, at in _rows(HELD, self.id)]

    def _registered(self, before: int) -> int:
        end = time.monotonic() + BOOT_SECONDS
        while (newest := int(_rows(NEWEST_WORKER)[0][0])) <= before:
            if self.process.poll() is not None or time.monotonic() > end:
                self.kill()
                raise RuntimeError(f"A worker did not start (status {self.process.returncode})")
            time.sleep(0.02)
        return newest


def _rows(sql: str, *values: Any) -> list[tuple[Any, ...]]:
    with connection.cursor() as cursor:
        cursor.execute(sql, values)
        return list(cursor.fetchall())
