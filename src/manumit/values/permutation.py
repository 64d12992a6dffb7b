"""A keyless permutation of the numbers below a limit: neighbours come out far apart.

It stops people reading a count or an order off a number. It is no secret: whoever has this source can undo it, so
nothing may rely on it for access.
"""

from __future__ import annotations

_BITS = 30
_MASK = (1 << _BITS) - 1
_MULTIPLIERS = (0x2C1B3C6D, 0x297A2D39)
_INVERSES = tuple(pow(multiplier, -1, _MASK + 1) for multiplier in _MULTIPLIERS)
_SHIFT = 15  # half of _BITS, so that one xor-shift is its own inverse

_START = 0x15B2D9A7  # any odd-looking constant: without it 0 would stay 0

LARGEST_LIMIT = _MASK + 1
"""The largest limit that `scatter` and `gather` accept: 2 to the power of 30."""


def scatter(number: int, limit: int) -> int:
    """Return the place of `number` in the permutation of `0 <= number < limit`; `gather` undoes it.

    Raises ValueError where the number or the limit is outside its bounds. Steps outside the limit are walked again
    (cycle walking, NIST SP 800-38G lists it for format-preserving encryption), which keeps it a permutation.
    """
    _demand(number, limit)
    place = _forward(number)
    while place >= limit:
        place = _forward(place)
    return place


def gather(place: int, limit: int) -> int:
    """Return the number that `scatter` put at `place`. Raises ValueError as `scatter` does."""
    _demand(place, limit)
    number = _backward(place)
    while number >= limit:
        number = _backward(number)
    return number


def _demand(number: int, limit: int) -> None:
    if not 0 < limit <= LARGEST_LIMIT:
        raise ValueError(f"the limit {limit} is not between 1 and {LARGEST_LIMIT}")
    if not 0 <= number < limit:
        raise ValueError(f"{number} is not between 0 and {limit - 1}")


def _forward(number: int) -> int:
    number ^= _START
    for multiplier in _MULTIPLIERS:
        number = (number ^ number >> _SHIFT) * multiplier & _MASK
    return number ^ number >> _SHIFT


def _backward(number: int) -> int:
    for inverse in reversed(_INVERSES):
        number = (number ^ number >> _SHIFT) * inverse & _MASK
    return number ^ number >> _SHIFT ^ _START
