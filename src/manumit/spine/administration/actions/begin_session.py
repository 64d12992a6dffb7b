"""Begin a session."""

from django.contrib.auth import login
from django.db import transaction
from django.http import HttpRequest

from manumit.spine import audit
from manumit.spine.identity.models import Person

from .. import session_state

BACKEND = "allauth.account.auth_backends.AuthenticationBackend"


@transaction.atomic
def begin_session(request: HttpRequest, person: Person, method: str) -> None:
    """Sign `person` in under a new session key and record by which `method`.

    The session holds no membership and no purpose yet: nothing can be read before both are chosen.
    """
    login(request, person, backend=BACKEND)
    session_state.begin(request.session, request.headers.get("User-Agent", ""))
    audit.record(None, "session.begin", kind="person", record_id=person.pk, detail={"method": method})
