"""Measures of spelling over columns of text: letters in common, edits, beginnings, sounds."""

from __future__ import annotations

import re
import zlib
from collections.abc import Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray
from rapidfuzz import process
from rapidfuzz.distance import OSA, JaroWinkler

from manumit.linkage.comparison import Columns, Truth, rows

WORDS = 3
"""How many words of a compound name are kept: the first two and the last."""

WORD_COLUMNS = tuple(f"word{place}" for place in range(WORDS))
"""The columns that hold the hashes of the words, 0 where there is none."""


def letters(texts: NDArray[np.bytes_]) -> NDArray[np.uint32]:
    """Return a set of letters a text: one bit for each of a-z that occurs in it."""
    bytes_ = as_bytes(texts).astype(np.int32) - ord("a")
    bits = np.where((bytes_ >= 0) & (bytes_ < 26), np.left_shift(1, np.clip(bytes_, 0, 25)), 0)
    found: NDArray[np.uint32] = np.bitwise_or.reduce(bits, axis=1).astype(np.uint32)
    return found


def as_bytes(texts: NDArray[np.bytes_]) -> NDArray[np.uint8]:
    """Return the texts as a table of bytes, one row a text, zeros behind its end."""
    return np.ascontiguousarray(texts).view(np.uint8).reshape(len(texts), texts.dtype.itemsize)


def heads(texts: NDArray[np.bytes_]) -> NDArray[np.uint64]:
    """Return the first eight bytes of each text as a number, so that beginnings compare as numbers."""
    first = np.ascontiguousarray(as_bytes(texts)[:, :8])
    return first.view(">u8").reshape(len(texts)).astype(np.uint64)


def pairs(texts: NDArray[np.bytes_]) -> NDArray[np.uint64]:
    """Return a set of neighbouring letters a text, the edges of the text among them: each pair is one of 64 bits.

    Two pairs may have one bit, so two sets differ in no more bits than the texts do in pairs.
    """
    bytes_ = as_bytes(texts).astype(np.uint16)
    edged = np.pad(bytes_, ((0, 0), (1, 1)))
    first, second = edged[:, :-1], edged[:, 1:]
    bits = np.left_shift(np.uint64(1), ((first * 31 + second * 7 + (first * second >> 3)) % 64).astype(np.uint64))
    bits[(first == 0) & (second == 0)] = 0
    found: NDArray[np.uint64] = np.bitwise_or.reduce(bits, axis=1)
    return found


def may_resemble(left: Columns, right: Columns, least: float) -> Truth:
    """Say where the Jaro-Winkler similarity can reach `least`: where it is certain that it cannot, nothing is measured.

    Letters that only one text has are matched by none of the other, and Jaro's share of letters in order is 1 at most.
    """
    lengths = left["length"].astype(np.float32), right["length"].astype(np.float32)
    alone = (
        np.bitwise_count(left["letters"] & ~right["letters"]),
        np.bitwise_count(right["letters"] & ~left["letters"]),
    )
    matched = np.minimum(lengths[0] - alone[0], lengths[1] - alone[1])
    jaro = (matched / lengths[0] + matched / lengths[1] + 1) / 3
    apart = left["head"] ^ right["head"]
    begun = sum(((apart >> np.uint64(64 - 8 * count)) == 0).view(np.uint8) for count in (1, 2, 3, 4))
    found: Truth = jaro + np.float32(0.1) * begun * (1 - jaro) >= least - _ROUNDING
    return found


def may_be_edits_apart(left: Columns, right: Columns, most: Any) -> Truth:
    """Say where `most` edits can make one text of the other; where it is certain that they cannot, none are counted.

    An edit changes one letter at most, and then two pairs of neighbours on either side; one that exchanges neighbours
    changes no letter, and three pairs.
    """
    letters_ = np.maximum(
        np.bitwise_count(left["letters"] & ~right["letters"]), np.bitwise_count(right["letters"] & ~left["letters"])
    )
    pairs_ = np.maximum(
        np.bitwise_count(left["pairs"] & ~right["pairs"]), np.bitwise_count(right["pairs"] & ~left["pairs"])
    )
    gap = np.abs(left["length"] - right["length"])
    found: Truth = (letters_ <= most) & (gap <= most) & (pairs_ + letters_ <= 3 * most)
    return found


def begins(left: Columns, right: Columns, least: int) -> Truth:
    """Say where one text is the beginning of the other, at least `least` letters long."""
    shorter = np.minimum(left["length"], right["length"])
    shift = (8 * (8 - np.minimum(shorter, 8))).astype(np.uint64)
    alike: Truth = ((left["head"] ^ right["head"]) >> shift == 0) & (shorter >= least)
    for place in np.flatnonzero(alike & (shorter > 8)):
        first, second = _text(left, place), _text(right, place)
        alike[place] = first.startswith(second) or second.startswith(first)
    return alike


def edits(left: Columns, right: Columns, most: int) -> NDArray[np.uint8]:
    """Return how many letters to put in, leave out, change or exchange with a neighbour; `most` + 1 for more."""
    return _measured(left, right, OSA.distance, most, np.uint8)


def resemblance(left: Columns, right: Columns, least: float) -> NDArray[np.float32]:
    """Return the Jaro-Winkler similarity from 0 to 1, 0 below `least`. Source: Winkler (1990)."""
    return _measured(left, right, JaroWinkler.similarity, least, np.float32)


def word_hashes(text: bytes) -> tuple[int, ...]:
    """Return numbers standing for up to `WORDS` words of three letters or more; particles are left out."""
    words = [word for word in text.split() if len(word) >= 3 and word not in _PARTICLES]
    kept = words if len(words) <= WORDS else [*words[: WORDS - 1], words[-1]]
    return (*(zlib.crc32(word) | 1 for word in kept), *(0 for _ in range(WORDS - len(kept))))


def a_word_in_common(left: Columns, right: Columns) -> Truth:
    """Say where a word of one compound text is a word of the other."""
    found = np.zeros(max(rows(left), rows(right)), np.bool_)
    for one in WORD_COLUMNS:
        if not left[one].any():
            continue
        for other in WORD_COLUMNS:
            found |= (left[one] == right[other]) & (left[one] != 0)
    return found


def sound(text: bytes) -> int:
    """Return the consonants of a name as they sound, packed into a number; 0 where fewer than two are heard.

    Our own rules: groups that sound alike are written alike, vowels fall away but the first, doubles are said once.
    """
    heard = text.replace(b" ", b"")
    for spelling, said in _SOUNDS:
        heard = spelling.sub(said, heard)
    said = _once(heard[:1] + heard[1:].translate(None, b"aeiouyhw"))
    said = (b"a" + said[1:] if said[:1] in _VOWELS else said)[:8]
    return int.from_bytes(said.ljust(8, b"\0"), "big") if len(said) >= 2 else 0


def _once(heard: bytes) -> bytes:
    """Return the signs, those that are doubled once (a regular expression takes ten times as long)."""
    return bytes(sign for sign, before in zip(heard, b"\0" + heard, strict=False) if sign != before)


def _measured(left: Columns, right: Columns, scorer: Any, cutoff: float, kind: Any) -> NDArray[Any]:
    first, second = left["text"].tolist(), right["text"].tolist()
    found: NDArray[Any]
    if 1 in (len(first), len(second)):
        found = process.cdist(first, second, scorer=scorer, score_cutoff=cutoff, dtype=kind).reshape(-1)
    else:
        found = process.cpdist(first, second, scorer=scorer, score_cutoff=cutoff, dtype=kind)
    return found


def _text(columns: Columns, place: Any) -> bytes:
    text: bytes = columns["text"][place if rows(columns) > 1 else 0]
    return text


_ROUNDING = 1e-4
"""By how much a bound is let out, since it is worked out in few digits."""

_PARTICLES = frozenset((b"del", b"los", b"las", b"van", b"von", b"der", b"den", b"bin", b"abu", b"dos", b"san"))

_VOWELS = (b"a", b"e", b"i", b"o", b"u", b"y")
_RULES: Sequence[tuple[bytes, bytes]] = (
    (rb"^(kn|gn|pn)", b"n"),
    (rb"^wr", b"r"),
    (rb"^x", b"s"),
    (rb"ph", b"f"),
    (rb"(tch|sch|sh|tsh|cz|cs)", b"\x01"),
    (rb"ch", b"\x01"),
    (rb"ght", b"t"),
    (rb"gh(?![aeiouy])", b""),
    (rb"mb$", b"m"),
    (rb"c(?=[eiy])", b"s"),
    (rb"(ck|cq|qu|[cq])", b"k"),
    (rb"dg(?=[eiy])|g(?=[eiy])", b"j"),
    (rb"x", b"ks"),
    (rb"z", b"s"),
    (rb"d(?=t)", b""),
    (rb"v", b"f"),
    (rb"th", b"t"),
)
_SOUNDS = tuple((re.compile(spelling), said) for spelling, said in _RULES)
