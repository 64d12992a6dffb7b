"""Background work of inquiries."""

from manumit.spine.jobs import task


@task(idempotent="tells of each hit once, and says so in its row")
def tell_of_pointers(*, inquiry: int) -> None:
    """Tell both sides of an inquiry that met a pointer; put into the queue whether it met one or not."""
    from .actions.tell_of_pointers import tell_of_pointers as tell
    from .actions.tell_of_pointers import untold

    if untold(inquiry):
        tell(None, inquiry)
