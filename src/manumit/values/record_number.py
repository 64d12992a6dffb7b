"""The short number by which people name a record: `C-4F7K-9Q2`.

A prefix says the kind, six characters name the record, and one ISO 7064 MOD 37,36 check character over both ends it.
The alphabet has no vowels (no number spells a word) and no L, so that O can be read as 0 and I or L as 1. The check
character comes from the same alphabet: the last body character is drawn only from those that make it so.

What the check catches: every single wrong character, and 99.8 % of swapped neighbours (the standard's hybrid systems
miss one pair in each of 36 states).
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from manumit.values.check_character import check_character, check_characters, product_of
from manumit.values.permutation import gather, scatter

ALPHABET = "0123456789BCDFGHJKMNPQRSTVWXYZ"
"""The characters of body and check character, in the order of their digits' values."""

_BODY = 6
_HEAD = 4
_SPACES = re.compile(r"[\s\-\u2010-\u2015\u2212_./]+")
_LOOKS_LIKE = str.maketrans("OIL", "011")
_PREFIX = re.compile(r"[A-Z]{1,3}")
# 30 last characters have 30 different check characters; at most 6 of those are among the 6 left out.
_ENDINGS = len(ALPHABET) - (36 - len(ALPHABET))

CAPACITY = len(ALPHABET) ** (_BODY - 1) * _ENDINGS
"""How many numbers one prefix has: 583,200,000."""


class BadRecordNumber(ValueError):
    """What was typed is no record number; the text says what is wrong and what would help."""


@dataclass(frozen=True, slots=True, order=True)
class RecordNumber:
    """A record number that is certain to be well formed: `prefix` of 1-3 capital letters, `body` of six characters."""

    prefix: str
    body: str

    def __post_init__(self) -> None:
        _demand_prefix(self.prefix)
        _demand_body(self.body)
        if self.body[-1] not in _endings(self.prefix + self.body[:-1]):
            raise BadRecordNumber(f"{self.prefix} {self.body} is never given out: please compare it with the original")

    @classmethod
    def from_sequence(cls, prefix: str, sequence: int) -> RecordNumber:
        """Return the number of the record that is the `sequence`-th of its prefix, counted from 0.

        Raises ValueError at `CAPACITY` and above. Neighbouring sequences give unlike numbers; see `permutation`.
        """
        _demand_prefix(prefix)
        lead, ending = divmod(scatter(sequence, CAPACITY), _ENDINGS)
        head = _digits(lead, _BODY - 1)
        return cls(prefix, head + _endings(prefix + head)[ending])

    @classmethod
    def parse(cls, text: str, prefix: str | None = None) -> RecordNumber:
        """Read a number as people type it: any case, with or without dashes and spaces, O for 0, I or L for 1.

        With `prefix`, the prefix may be left out and any other is refused. Raises `BadRecordNumber`.
        """
        found, body, check = _parts(text)
        number = cls(_chosen_prefix(found, prefix), body)
        if number.check != check:
            raise BadRecordNumber(
                f"{text.strip()!r} has a wrong or swapped character: please compare it with the original"
            )
        return number

    @property
    def check(self) -> str:
        """The check character over prefix and body."""
        return check_character(self.prefix + self.body)

    @property
    def sequence(self) -> int:
        """The sequence this number was made from: the inverse of `from_sequence`."""
        head, last = self.body[:-1], self.body[-1]
        lead = 0
        for character in head:
            lead = lead * len(ALPHABET) + ALPHABET.index(character)
        return gather(lead * _ENDINGS + _endings(self.prefix + head).index(last), CAPACITY)

    def __str__(self) -> str:
        """The number as printed, in groups: `C-4F7K-9Q2`."""
        return f"{self.prefix}-{self.body[:_HEAD]}-{self.body[_HEAD:]}{self.check}"


def _demand_prefix(prefix: str) -> None:
    if not _PREFIX.fullmatch(prefix):
        raise BadRecordNumber(f"{prefix!r} is no prefix: one to three capital letters are")


def _demand_body(body: str) -> None:
    if len(body) != _BODY:
        raise BadRecordNumber(f"{body!r} is not {_BODY} characters long")
    for character in body:
        if character not in ALPHABET:
            raise BadRecordNumber(f"{character!r} occurs in no record number: please compare it with the original")


def _digits(number: int, length: int) -> str:
    digits = ""
    for _ in range(length):
        number, digit = divmod(number, len(ALPHABET))
        digits = ALPHABET[digit] + digits
    return digits


def _endings(lead: str) -> str:
    """The first 24 last characters whose check character is in the alphabet."""
    return _endings_after(product_of(lead))


@cache
def _endings_after(product: int) -> str:
    checks = check_characters(product, ALPHABET)
    good = (last for last, check in zip(ALPHABET, checks, strict=True) if check in ALPHABET)
    return "".join(good)[:_ENDINGS]


def _parts(text: str) -> tuple[str, str, str]:
    bare = _SPACES.sub("", text).upper()
    if not bare:
        raise BadRecordNumber("no number was given")
    if len(bare) <= _BODY:
        raise BadRecordNumber(f"{text.strip()!r} is too short: a number looks like C-4F7K-9Q2")
    if len(bare) > _BODY + 4:
        raise BadRecordNumber(f"{text.strip()[:40]!r} is too long: a number looks like C-4F7K-9Q2")
    named = bare[-_BODY - 1 :].translate(_LOOKS_LIKE)
    return bare[: -_BODY - 1], named[:-1], named[-1]


def _chosen_prefix(found: str, expected: str | None) -> str:
    if expected is None and not found:
        raise BadRecordNumber("the number has no prefix: it begins with one to three letters, such as C-")
    if expected is not None and found not in ("", expected):
        raise BadRecordNumber(f"the number begins with {found}, but {expected} is asked for here")
    return found or expected or ""
