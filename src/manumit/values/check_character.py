"""The ISO/IEC 7064 hybrid system MOD 37,36: one check character for letters and digits.

Source: ISO/IEC 7064:2003, clause 9 (hybrid systems) and annex; used the same way by GRid and ISAN (ISO 15706).
"""

from __future__ import annotations

CHARACTERS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ"
"""The 36 characters of the system in the order of their values 0 to 35."""

_MODULUS = len(CHARACTERS)
_VALUES = {character: value for value, character in enumerate(CHARACTERS)}


def check_character(text: str) -> str:
    """Return the MOD 37,36 check character of `text` (digits and capital letters only, at least one).

    Raises ValueError naming the first character outside the 36.
    """
    if not text:
        raise ValueError("nothing to check: the text is empty")
    return _closing(product_of(text))


def product_of(text: str) -> int:
    """Return the product, 1 to 36, that the standard carries on after `text`. Raises as `check_character`."""
    product = _MODULUS
    for character in text:
        product = _step(product, character)
    return product


def check_characters(product: int, lasts: str) -> str:
    """Return for each character of `lasts` the check character of a text of that `product` followed by it."""
    return "".join(_closing(_step(product, last)) for last in lasts)


def is_checked(text: str) -> bool:
    """Say whether the last character of `text` is the check character of what stands before it."""
    return len(text) > 1 and check_character(text[:-1]) == text[-1]


def _closing(product: int) -> str:
    return CHARACTERS[(1 - product) % _MODULUS]


def _step(product: int, character: str) -> int:
    try:
        value = _VALUES[character]
    except KeyError:
        raise ValueError(f"{character!r} is not a digit or a capital letter") from None
    total = (product + value) % _MODULUS or _MODULUS
    return total * 2 % (_MODULUS + 1)
