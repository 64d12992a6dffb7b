"""Unlock a session."""

from django.db import transaction
from django.http import HttpRequest

from manumit.spine import audit

from .. import session_state


@transaction.atomic
def unlock_session(request: HttpRequest, factor: str) -> None:
    """Unlock the session of `request` after `factor` (totp, webauthn, recovery_codes) was shown."""
    audit.record(None, "session.unlock", kind="person", record_id=request.user.pk, detail={"factor": factor})
    session_state.unlock(request.session)
