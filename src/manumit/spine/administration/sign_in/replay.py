"""A code of an authenticator app works once (RFC 6238, section 5.2), over all processes of the server."""

from allauth.mfa.models import Authenticator
from allauth.mfa.totp.internal.auth import format_hotp_value, hotp_value, yield_hotp_counters_from_time
from allauth.mfa.utils import decrypt
from django.db import transaction

LAST = "last_counter"


@transaction.atomic
def spend(authenticator: Authenticator, code: str) -> bool:
    """Note that `code` was used and return True, or False if it or a later one was used before."""
    row = Authenticator.objects.select_for_update().get(pk=authenticator.pk)
    counter = counter_of(decrypt(row.data["secret"]), code)
    if counter is None or counter <= row.data.get(LAST, 0):
        return False
    row.data[LAST] = authenticator.data[LAST] = counter
    row.save(update_fields=["data"])
    return True


def counter_of(secret: str, code: str) -> int | None:
    """Return the time step `code` belongs to, None if it is of no step accepted now."""
    wanted = code.strip().replace(" ", "")
    steps = yield_hotp_counters_from_time()
    return next((step for step in steps if format_hotp_value(hotp_value(secret, step)) == wanted), None)
