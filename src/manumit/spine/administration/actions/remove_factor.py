"""Remove a factor."""

from django.db import transaction
from django.http import HttpRequest

from manumit.spine import audit
from manumit.spine.access.middleware import actor_of


@transaction.atomic
def remove_factor(request: HttpRequest, factor: str) -> None:
    """Record that the person of `request` removed their `factor` (totp, webauthn, provider)."""
    person = request.user.pk
    audit.record(actor_of(request), "factor.remove", kind="person", record_id=person, detail={"factor": factor})
