"""Background work of the screens."""

from manumit.spine.jobs import task

from . import drafts


@task(idempotent="deletes what has expired; a second run finds nothing", cron="27 * * * *")
def end_drafts() -> None:
    """Delete what people had typed when their session locked and did not come back for within a day."""
    drafts.discard_old()
