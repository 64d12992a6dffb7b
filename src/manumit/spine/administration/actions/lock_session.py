"""Lock a session."""

from django.db import transaction
from django.http import HttpRequest

from manumit.spine import audit

from .. import session_state


@transaction.atomic
def lock_session(request: HttpRequest, because: str) -> None:
    """Lock the session of `request` until a factor is shown; `because` is `asked` or `idle`."""
    audit.record(
        getattr(request, "actor", None),
        "session.lock",
        kind="person",
        record_id=request.user.pk,
        detail={"because": because},
    )
    session_state.lock(request.session)
