"""Background work of matching."""

from manumit.spine.jobs import task


@task(idempotent="a change is noted until it is in the files; a second run finds none", cron="* * * * *")
def take_in_changes() -> None:
    """Take what actions changed into the indexes. Searches find it before: this keeps them fast."""
    from . import indexing
    from .linkable import profiles

    for profile in profiles():
        indexing.catch_up(profile)
