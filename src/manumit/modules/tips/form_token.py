"""Forms of the public pages: signed and timed instead of a cookie, each good for one message."""

import hashlib
import secrets
from dataclasses import dataclass

from django.core.signing import BadSignature, TimestampSigner

HOURS = 24
"""How long a page may stand open before it is sent."""
PASS_MINUTES = 30
"""How long a conversation that was opened stays open without the secret."""


class Stale(ValueError):
    """A form that was not made here, was altered, or stood open too long."""


@dataclass(frozen=True, slots=True)
class FormToken:
    """The id of one form; `digest` is what is kept of it, from which the id does not follow."""

    form_id: str

    @property
    def digest(self) -> str:
        """SHA-256 of the id, in hexadecimal."""
        return hashlib.sha256(self.form_id.encode()).hexdigest()


def issue(use: str) -> str:
    """Return the token of a fresh form for `use`: what it may be sent to."""
    return _signer(use).sign(secrets.token_urlsafe(16))


def accept(use: str, token: str) -> FormToken:
    """Return the form of a token. Raises Stale."""
    return FormToken(_unsigned(use, token, HOURS * 3600))


def grant(number: str) -> str:
    """Return a pass to the conversation of a tip, for whoever has just shown its secret."""
    return _signer("pass").sign(number)


def granted(token: str) -> str:
    """Return the number of the tip that a pass opens. Raises Stale."""
    return _unsigned("pass", token, PASS_MINUTES * 60)


def _signer(use: str) -> TimestampSigner:
    return TimestampSigner(salt=f"manumit tips form 1|{use}")


def _unsigned(use: str, token: str, seconds: int) -> str:
    try:
        return _signer(use).unsign(token, max_age=seconds)
    except BadSignature:
        raise Stale("This form was open too long or is not whole.") from None
