"""Background work of Continued Presence."""

from manumit.spine.jobs import task


@task(idempotent="a reminder is written on its request, an ended one is no longer active", cron="40 10 * * *")
def watch_last_days() -> None:
    """Remind agencies 120, 90, 60 and 30 days before presence ends, and let what has passed run out."""
    from django.utils import timezone

    from .actions.run_out import ending_soon, lapse, remind

    today = timezone.localdate()
    for request in ending_soon(today):
        remind(None, request, today)
        lapse(None, request, today)
