"""Background work of records."""

from django.utils import timezone

from manumit.spine.jobs import task

from .models import IdempotencyKey
from .retaining import cutoff


@task(idempotent="deletes what has expired; a second run finds nothing", cron="17 * * * *")
def end_idempotency_keys() -> None:
    """Delete idempotency keys past their retention: no program tries again so late."""
    IdempotencyKey.objects.filter(created_at__lt=cutoff(IdempotencyKey.retention, timezone.now())).delete()
