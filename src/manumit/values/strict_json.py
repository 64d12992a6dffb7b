"""JSON from strangers, and JSON to be hashed.

`parse` refuses what a lenient reader lets pass (duplicate keys, NaN and Infinity, depth and size bombs, NUL, half
characters) and names the path of the fault. `canonical` writes the one text that stands for a value: RFC 8785 for the
values it accepts.
"""

from __future__ import annotations

import json
import math
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TypeAlias

Json: TypeAlias = "bool | int | float | str | list[Json] | dict[str, Json] | None"
"""A JSON value."""

LARGEST_INTEGER = 2**53 - 1
"""The largest whole number every reader keeps exactly (RFC 7493, I-JSON)."""

# A whole string, so that brackets inside it do not count; possessive, so that a missing quote costs one pass only.
_TOKENS = re.compile(r'"(?:[^"\\]++|\\.)*+(?:"|\Z|\\\Z)|[\[{\]}]', re.DOTALL)
_LONE = re.compile("[\ud800-\udfff]")
_WRITER = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"))
_STEPS = {"[": 1, "{": 1, "]": -1, "}": -1}


class BadJson(ValueError):
    """The text is refused. `path` is where, as `$.people[2].name`; `reason` is why."""

    def __init__(self, path: str, reason: str) -> None:
        super().__init__(f"{path}: {reason}")
        self.path = path
        self.reason = reason


@dataclass(frozen=True, slots=True)
class Limits:
    """The most that is read: `size` in bytes, `depth` in nested arrays and objects."""

    size: int = 1_000_000
    depth: int = 32


DEFAULT_LIMITS = Limits()
"""One megabyte, 32 levels: far above any form or request of ours."""


# The steps from the root, the last one first: written out only where something is refused.
_Path: TypeAlias = "tuple[_Path, str | int] | None"


@dataclass(frozen=True, slots=True)
class _Fault:
    """Stands in the parsed value where the reader met something refused, so that its path can be found."""

    reason: str


def parse(raw: bytes, limits: Limits = DEFAULT_LIMITS) -> Json:
    """Read one JSON text in UTF-8, without a byte order mark. Raises `BadJson`, never anything else.

    Time and memory are bounded by `limits` before anything is built.
    """
    text = _text(raw, limits)
    _demand_depth(text, limits.depth)
    value = _loaded(text)
    for path, reason in _faults(value, "$"):
        raise BadJson(path, reason)
    return value


def canonical(value: object) -> bytes:
    """Return the canonical UTF-8 text of `value`: sorted keys, no spaces, nothing escaped that need not be (RFC 8785).

    Takes None, bool, str, whole numbers up to `LARGEST_INTEGER`, lists, tuples and dicts with text keys. Raises
    `BadJson` for all else; a number with a fraction is to be written as text, since languages print it differently.
    """
    return _WRITER.encode(_ordered(value, None)).encode()


def _text(raw: bytes, limits: Limits) -> str:
    if len(raw) > limits.size:
        raise BadJson("$", f"larger than {limits.size} bytes")
    try:
        return raw.decode("utf-8")
    except UnicodeDecodeError as error:
        raise BadJson("$", f"no UTF-8 at byte {error.start}") from None


def _demand_depth(text: str, most: int) -> None:
    depth = 0
    for token in _TOKENS.finditer(text):
        depth += _STEPS.get(token[0], 0)
        if depth > most:
            raise BadJson("$", f"nested deeper than {most} levels at character {token.start()}")


def _loaded(text: str) -> Json:
    try:
        value: Json = json.loads(
            text, object_pairs_hook=_object, parse_constant=_constant, parse_float=_float, parse_int=_integer
        )
    except json.JSONDecodeError as error:
        raise BadJson("$", f"no JSON: {error.msg} at line {error.lineno}, column {error.colno}") from None
    return value


def _object(pairs: list[tuple[str, object]]) -> object:
    seen: dict[str, object] = {}
    for key, value in pairs:
        if key in seen:
            return {**seen, key: _Fault("the key stands twice in one object")}
        seen[key] = value
    return seen


def _constant(name: str) -> _Fault:
    return _Fault(f"{name} is no JSON number")


def _float(text: str) -> float | _Fault:
    number = float(text)
    return number if math.isfinite(number) else _Fault("a number too large to keep")


def _integer(text: str) -> int | _Fault:
    if len(text) > 17 or abs(int(text)) > LARGEST_INTEGER:
        return _Fault(f"a whole number beyond {LARGEST_INTEGER}: send it as text")
    return int(text)


def _faults(value: object, path: str) -> Iterator[tuple[str, str]]:
    if isinstance(value, _Fault):
        yield path, value.reason
    elif isinstance(value, str):
        yield from ((path, reason) for reason in _text_faults(value))
    elif isinstance(value, dict):
        for key, member in value.items():
            yield from ((path, f"a key with {reason}") for reason in _text_faults(key))
            yield from _faults(member, _member(path, key))
    elif isinstance(value, list):
        for place, member in enumerate(value):
            yield from _faults(member, f"{path}[{place}]")


def _text_faults(text: str) -> Iterator[str]:
    if "\0" in text:
        yield "a NUL character"
    if not text.isascii() and _LONE.search(text):
        yield "half a character (a lone surrogate)"


def _member(path: str, key: str) -> str:
    shown = key if len(key) <= 40 else f"{key[:40]}..."
    return f"{path}.{shown}" if re.fullmatch(r"\w+", shown) else f"{path}[{shown!r}]"


def _ordered(value: object, path: _Path) -> object:
    if isinstance(value, dict):
        return {key: _ordered(value[key], (path, key)) for key in _sorted_keys(value, path)}
    if isinstance(value, list | tuple):
        return [_ordered(member, (path, place)) for place, member in enumerate(value)]
    if isinstance(value, str):
        return _whole(value, path)
    if value is None or isinstance(value, bool) or (isinstance(value, int) and abs(value) <= LARGEST_INTEGER):
        return value
    raise BadJson(_shown(path), f"{type(value).__name__} has no canonical form here: write it as text")


def _sorted_keys(members: dict[object, object], path: _Path) -> list[str]:
    keys = [_key(key, path) for key in members]
    return sorted(keys, key=None if all(map(str.isascii, keys)) else _utf16)


def _utf16(key: str) -> bytes:
    return key.encode("utf-16-be")


def _key(key: object, path: _Path) -> str:
    if not isinstance(key, str):
        raise BadJson(_shown(path), f"{key!r} is no key: keys are text")
    return _whole(key, path)


def _whole(text: str, path: _Path) -> str:
    for reason in _text_faults(text):
        raise BadJson(_shown(path), reason)
    return text


def _shown(path: _Path) -> str:
    if path is None:
        return "$"
    before, step = path
    return f"{_shown(before)}[{step}]" if isinstance(step, int) else _member(_shown(before), step)
