"""Addresses at which a file is read: for one session and purpose, for a few minutes."""

from django.core.signing import BadSignature, TimestampSigner
from django.http import HttpRequest

from manumit.spine.access.middleware import actor_of

LASTS = 300
"""Seconds."""
WORD = "open"


def sign(request: HttpRequest, stored_id: int) -> str:
    """Return the signature that lets this person and session read the file, for their purpose, from now."""
    return _signer(request, stored_id).sign(WORD).partition(":")[2]


def holds(request: HttpRequest, stored_id: int, signature: str) -> bool:
    """Say whether `signature` was made for this file, session and purpose no more than five minutes ago."""
    try:
        return _signer(request, stored_id).unsign(f"{WORD}:{signature}", max_age=LASTS) == WORD
    except BadSignature:
        return False


def _signer(request: HttpRequest, stored_id: int) -> TimestampSigner:
    actor = actor_of(request)
    session = request.session.session_key or ""
    who = (actor.person_id, actor.agency_id, actor.purpose) if actor else ()
    return TimestampSigner(salt=f"manumit file link 2|{stored_id}|{session}|{who}")
