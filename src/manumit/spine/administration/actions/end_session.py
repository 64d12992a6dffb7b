"""End a session."""

from django.contrib.auth import logout
from django.db import transaction
from django.http import HttpRequest

from manumit.spine import audit


@transaction.atomic
def end_session(request: HttpRequest, because: str) -> None:
    """Sign the person of `request` out and record why: `asked` or `absolute limit`."""
    if request.user.is_authenticated:
        audit.record(
            getattr(request, "actor", None),
            "session.end",
            kind="person",
            record_id=request.user.pk,
            detail={"because": because},
        )
    logout(request)
