"""End sessions from elsewhere."""

from typing import cast

from django.db import transaction
from django.http import HttpRequest

from manumit.spine import audit
from manumit.spine.access.middleware import actor_of
from manumit.spine.identity.models import Person

from ..models import SignedInSession


@transaction.atomic
def end_other_sessions(request: HttpRequest) -> int:
    """End every session of the person but this one, and return how many there were."""
    others = SignedInSession.objects.filter(person=cast(Person, request.user)).exclude(
        session_key=request.session.session_key
    )
    ended = others.delete()[0]
    audit.record(
        actor_of(request), "session.end_others", kind="person", record_id=request.user.pk, detail={"ended": ended}
    )
    return ended
