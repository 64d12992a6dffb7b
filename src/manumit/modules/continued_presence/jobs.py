"""Background work of Continued Presence."""

from manumit.spine.jobs import task


@task(idempotent="a reminder is written on its request, an ended one is no longer active", cron="40 10 * * *")
def watch_last_days() -> None:
    """Remind agencies 120, 90, 60 and 30 days before presence or a relative's parole ends; let what passed run out."""
    from django.utils import timezone

    from .actions.run_out import ending_soon, lapse, paroled_family, remind, remind_of_family

    today = timezone.localdate()
    for member in paroled_family():
        remind_of_family(None, member, today)
    for request in ending_soon(today):
        remind(None, request, today)
        lapse(None, request, today)


@task(idempotent="that it lies is written on the request, and said once a sponsor", cron="25 * * * *")
def watch_sponsors() -> None:
    """Say of each request that a federal sponsor lets lie past its limit."""
    from .actions.reoffer_request import lies, tell_idle
    from .actions.run_out import with_sponsors

    for request in with_sponsors():
        if lies(request):
            tell_idle(None, request)
