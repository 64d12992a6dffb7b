"""The work of a drill: a deed that must happen once, slow enough to be killed in its middle."""

import time

from django.db import transaction

from manumit.spine import audit

from .declaring import task
from .deeds import once

VERB = "drill.job"
KIND = "drill"


@task(idempotent="the deed and its note in `once` commit together")
def drill_deed(*, run: str, number: int, seconds: float) -> None:
    """Write one entry for `number` into the audit log, lingering before the commit and after it."""
    with transaction.atomic():
        if once(f"drill {run} {number}"):
            audit.record(None, VERB, kind=KIND, record_id=number, group=run)
        time.sleep(seconds)
    time.sleep(seconds)
