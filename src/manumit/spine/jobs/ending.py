"""Work of the spine that ends what has expired."""

from datetime import timedelta
from importlib import import_module

from django.conf import settings
from django.db import connection
from django.utils import timezone

from .declaring import task
from .models import Deed

FINISHED_JOBS_KEPT_DAYS = 7

END_JOBS = """
DELETE FROM procrastinate_jobs job WHERE status IN ('succeeded', 'cancelled', 'aborted') AND NOT EXISTS (
    SELECT FROM procrastinate_events event WHERE event.job_id = job.id AND event.at > %s)
"""


@task(idempotent="deletes what has expired; a second run finds nothing", cron="7 * * * *")
def end_expired() -> None:
    """Delete notes of deeds past their retention, and jobs that succeeded a week ago."""
    now = timezone.now()
    import_module(settings.SESSION_ENGINE).SessionStore.clear_expired()
    Deed.objects.filter(done_at__lt=now - timedelta(days=365.25 * (Deed.retention.years or 0))).delete()
    with connection.cursor() as cursor:
        cursor.execute(END_JOBS, [now - timedelta(days=FINISHED_JOBS_KEPT_DAYS)])
