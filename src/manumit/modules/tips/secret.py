"""The secret with which whoever gave a tip comes back: high entropy, shown once, kept only derived.

It follows from the signed form that the tip was sent with, so that sending twice shows the same secret without its
being kept; ADR 0018 says why, and what the figures below rest on.
"""

import hashlib
import hmac
import secrets
from base64 import b64decode, b64encode

from django.utils.crypto import salted_hmac

from manumit.values.record_number import ALPHABET

LENGTH, GROUP = 20, 4
"""Characters of a secret, of 30 kinds each: 98 bits; shown in groups of four."""
COST, BLOCK = 2**7, 8
"""scrypt's N and r: an eighth of a MB, about half a ms. Kept with each derived secret, so that they may be raised."""
_LOOKS_LIKE = str.maketrans("OIL", "011")


def of_form(form_id: str) -> str:
    """Return the secret of the tip that is sent with the form of this id, such as `K7QX-9B2M-4TRD-0HWS-6NPC`."""
    number = int.from_bytes(salted_hmac("manumit.tips.secret", form_id, algorithm="sha512").digest())
    digits = []
    for _place in range(LENGTH):
        number, digit = divmod(number, len(ALPHABET))
        digits.append(ALPHABET[digit])
    text = "".join(digits)
    return "-".join(text[start : start + GROUP] for start in range(0, LENGTH, GROUP))


def plain(typed: str) -> str:
    """Return a secret as it is derived: without spaces and hyphens, capital, O read as 0, I and L as 1."""
    return "".join(each for each in typed.upper().translate(_LOOKS_LIKE) if each.isalnum())


def derive(secret: str) -> str:
    """Return what is kept of a secret."""
    salt = secrets.token_bytes(16)
    return f"scrypt${COST}${BLOCK}${b64encode(salt).decode()}${b64encode(_scrypt(secret, salt, COST, BLOCK)).decode()}"


def matches(secret: str, derived: str) -> bool:
    """Say whether `derived` was kept of `secret`, in a time that does not depend on where they differ."""
    _name, cost, block, salt, wanted = derived.split("$")
    return hmac.compare_digest(_scrypt(secret, b64decode(salt), int(cost), int(block)), b64decode(wanted))


def of_nobody() -> str:
    """Return a derived secret that nothing matches: a number that is not there takes as long as one that is."""
    return f"scrypt${COST}${BLOCK}${b64encode(bytes(16)).decode()}${b64encode(bytes(32)).decode()}"


def _scrypt(secret: str, salt: bytes, cost: int, block: int) -> bytes:
    return hashlib.scrypt(plain(secret).encode(), salt=salt, n=cost, r=block, p=1, dklen=32)
