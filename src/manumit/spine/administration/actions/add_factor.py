"""Add a factor."""

from allauth.account.internal.flows.login import record_authentication
from allauth.mfa.models import Authenticator
from django.db import transaction
from django.http import HttpRequest

from manumit.spine import audit
from manumit.spine.access.middleware import actor_of

from ..sign_in.assurance import FACTOR


@transaction.atomic
def add_factor(request: HttpRequest, factor: str) -> None:
    """Record that the person of `request` set up `factor` (totp, webauthn, recovery_codes).

    Setting up an app or passkey is showing it: the session counts as proven by it from now on.
    """
    person = request.user.pk
    audit.record(actor_of(request), "factor.add", kind="person", record_id=person, detail={"factor": factor})
    if factor != Authenticator.Type.RECOVERY_CODES:
        record_authentication(request, request.user, FACTOR, type=factor, reauthenticated=True)
