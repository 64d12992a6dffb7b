"""Background work of tips."""

from manumit.spine.jobs import task


@task(idempotent="a notice written since the day passed says that it was told", cron="*/15 * * * *")
def tell_of_overdue() -> None:
    """Tell people of tips whose work is overdue."""
    from .actions.tell_of_due import tell_of_due, untold

    for tip in untold():
        tell_of_due(None, tip)
