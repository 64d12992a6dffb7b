"""AES-256-GCM with the place of a value as associated data: what is moved does not open."""

import os
from dataclasses import dataclass

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from .errors import Tampered

KEY_BYTES = 32
NONCE_BYTES = 12


@dataclass(frozen=True, slots=True)
class Place:
    """Where a sealed value stands: version `version` of a field of one record."""

    kind: str
    record_id: int
    group: str
    field: str
    version: int

    def __str__(self) -> str:
        return f"{self.kind}|{self.record_id}|{self.group}.{self.field}|{self.version}"

    def bound(self) -> bytes:
        """Return the associated data. The parts are identifiers and numbers, so the separators are unambiguous."""
        return f"manumit sealed value 1|{self}".encode()


def fresh_key() -> bytes:
    """Return a new random key of 32 bytes."""
    return os.urandom(KEY_BYTES)


def seal(key: bytes, clear: bytes, place: Place) -> tuple[bytes, bytes]:
    """Return (nonce, ciphertext) of `clear` at `place`."""
    nonce = os.urandom(NONCE_BYTES)
    return nonce, AESGCM(key).encrypt(nonce, clear, place.bound())


def unseal(key: bytes, nonce: bytes, ciphertext: bytes, place: Place) -> bytes:
    """Return what `seal` was given. Raises Tampered for another key, text, nonce or place."""
    try:
        return AESGCM(key).decrypt(nonce, ciphertext, place.bound())
    except InvalidTag:
        raise Tampered(str(place)) from None


def wrap(wrapping_key: bytes, key: bytes, holder: str) -> bytes:
    """Return a record's key encrypted for `holder`: 12 bytes of nonce, then 48 of ciphertext."""
    nonce = os.urandom(NONCE_BYTES)
    return nonce + AESGCM(wrapping_key).encrypt(nonce, key, _wrapped_for(holder))


def unwrap(wrapping_key: bytes, wrapped: bytes, holder: str) -> bytes:
    """Return the record's key. Raises Tampered for another wrapping key or holder."""
    try:
        return AESGCM(wrapping_key).decrypt(wrapped[:NONCE_BYTES], wrapped[NONCE_BYTES:], _wrapped_for(holder))
    except InvalidTag:
        raise Tampered(f"key of {holder}") from None


def _wrapped_for(holder: str) -> bytes:
    return f"manumit record key 1|{holder}".encode()
