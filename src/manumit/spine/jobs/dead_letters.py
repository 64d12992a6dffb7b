"""Jobs given up: seen, understood, and tried again by a person."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db import connection

LIST = """
SELECT job.id, job.task_name, job.args, job.attempts, max(event.at)
FROM procrastinate_jobs job LEFT JOIN procrastinate_events event ON event.job_id = job.id
WHERE job.status = 'failed' GROUP BY job.id ORDER BY job.id DESC LIMIT %s
"""
RETRY = """
SELECT procrastinate_retry_job_v2(id, now(), NULL, NULL, NULL)
FROM procrastinate_jobs WHERE id = %s AND status = 'failed'
"""


@dataclass(frozen=True, slots=True)
class DeadLetter:
    """A job that failed `attempts` times and is tried no more, last at `failed_at`."""

    id: int
    task: str
    arguments: Mapping[str, Any]
    attempts: int
    failed_at: datetime | None


def dead_letters(limit: int = 100) -> tuple[DeadLetter, ...]:
    """Return the newest jobs given up."""
    with connection.cursor() as cursor:
        cursor.execute(LIST, [limit])
        return tuple(_letter(*row) for row in cursor.fetchall())


def _letter(job: int, task: str, arguments: str, attempts: int, failed_at: datetime | None) -> DeadLetter:
    return DeadLetter(job, task, json.loads(arguments), attempts, failed_at)


def retry(job_id: int) -> bool:
    """Put a dead letter back into the queue; False if there is none of that id."""
    with connection.cursor() as cursor:
        cursor.execute(RETRY, [job_id])
        return bool(cursor.rowcount)
