"""Background work of suspects."""

from manumit.spine.jobs import task


@task(idempotent="what is looked at anew is as it was; a second run finds the same", cron="25 5 * * *")
def let_go_of_unvalidated() -> None:
    """Take out of the indexes of matching what nobody validated by its day of review."""
    from .actions.tell_of_reviews import let_go

    let_go()


@task(idempotent="a second run tells once more that reviews wait, as the next week would", cron="40 13 * * 1")
def tell_of_reviews_due() -> None:
    """Tell supervisors, once a week, that reviews are due within thirty days."""
    from .actions.tell_of_reviews import first_due, tell_of_reviews

    for first in first_due():
        tell_of_reviews(None, first)
