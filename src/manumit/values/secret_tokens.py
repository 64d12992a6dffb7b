"""Tokens that are shown once and kept only as their hash."""

import hashlib
import secrets

BYTES = 32


def fresh() -> str:
    """Return a new token of 256 random bits, safe in an address."""
    return secrets.token_urlsafe(BYTES)


def digest(token: str) -> str:
    """Return what is stored in place of `token`: its SHA-256 in hexadecimal.

    A plain hash is enough: 256 random bits cannot be guessed, so there is nothing to slow down.
    """
    return hashlib.sha256(token.encode()).hexdigest()
