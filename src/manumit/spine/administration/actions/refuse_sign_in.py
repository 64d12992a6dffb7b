"""Refuse a sign-in."""

from django.db import transaction

from manumit.spine import audit
from manumit.spine.identity.models import Person


@transaction.atomic
def refuse_sign_in(email: str, method: str) -> None:
    """Record that somebody failed to sign in as `email` by `method`.

    One row either way: an address nobody has leaves no trace of what was typed, and takes as long.
    """
    person = Person.objects.filter(email=email.strip().lower()).values_list("pk", flat=True).first()
    audit.record(None, "sign_in.refuse", kind="person", record_id=person, detail={"method": method})
