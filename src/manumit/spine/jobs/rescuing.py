"""Jobs of workers that died.

A killed worker leaves its jobs in state `doing` for ever: procrastinate itself gives them to nobody. A worker says
every two seconds that it lives; a job whose worker has been silent for ten is put back into the queue, and after
`MOST_RESCUES` attempts among the dead letters, lest one job kill every worker.
"""

from dataclasses import dataclass

from django.db import connection

HEARTBEAT_SECONDS = 2.0
SILENT_SECONDS = 10.0
LOOK_EVERY_SECONDS = 1.0
MOST_RESCUES = 5

# One statement under row locks: of several workers that look at once, each takes other jobs.
RESCUE = """
WITH stalled AS MATERIALIZED (
    SELECT job.id, job.attempts
    FROM procrastinate_jobs job LEFT JOIN procrastinate_workers worker ON worker.id = job.worker_id
    WHERE job.status = 'doing'
      AND (worker.id IS NULL OR worker.last_heartbeat < now() - %(silent)s * interval '1 second')
    FOR UPDATE OF job SKIP LOCKED
), back AS MATERIALIZED (
    SELECT id, procrastinate_retry_job_v2(id, now(), NULL, NULL, NULL)::text FROM stalled WHERE attempts < %(most)s
), dead AS MATERIALIZED (
    SELECT id, procrastinate_finish_job_v1(id, 'failed', false)::text FROM stalled WHERE attempts >= %(most)s
)
SELECT (SELECT array_agg(id) FROM back), (SELECT array_agg(id) FROM dead)
"""


@dataclass(frozen=True, slots=True)
class Rescue:
    """The ids of jobs put back into the queue, and of those given up."""

    back: tuple[int, ...] = ()
    dead: tuple[int, ...] = ()


def rescue(silent_seconds: float = SILENT_SECONDS) -> Rescue:
    """Put the jobs of workers silent for `silent_seconds` back into the queue, or among the dead letters."""
    with connection.cursor() as cursor:
        cursor.execute(RESCUE, {"silent": silent_seconds, "most": MOST_RESCUES})
        back, dead = cursor.fetchone()
    return Rescue(tuple(back or ()), tuple(dead or ()))
