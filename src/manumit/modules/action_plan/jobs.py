"""Background work of the action plan."""

from manumit.spine.jobs import task


@task(idempotent="each reminder has a key that is stored once; a second run finds it told", cron="20 11 * * *")
def remind_of_the_round() -> None:
    """Tell agencies daily of what is due in 90, 30 and 0 days, of missing reports and answers, and of disagreement."""
    from .actions.remind import remind
    from .actions.reminding import due
    from .questions import today

    for each in due(today()):
        remind(None, each)
