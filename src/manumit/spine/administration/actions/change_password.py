"""Change one's password."""

from typing import cast

from django.db import transaction
from django.http import HttpRequest

from manumit.spine import audit
from manumit.spine.access.middleware import actor_of
from manumit.spine.identity.models import Person

from ..models import SignedInSession


@transaction.atomic
def change_password(request: HttpRequest) -> None:
    """Record that the person of `request` set a password, and end their other sessions."""
    SignedInSession.objects.filter(person=cast(Person, request.user)).exclude(
        session_key=request.session.session_key
    ).delete()
    audit.record(actor_of(request), "password.change", kind="person", record_id=request.user.pk)
