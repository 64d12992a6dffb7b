"""What became of the promises of an edition in the next one: kept, changed, dropped, new."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from rapidfuzz import fuzz

ENOUGH = 60
"""Likeness of two deeds, 0 to 100, from which they may be one: rapidfuzz's token_set_ratio of verb and object."""

SAME = 97


@dataclass(frozen=True, slots=True)
class Compared:
    """A promise of either edition: `fate` is `kept`, `changed`, `dropped` or `new`."""

    fate: str
    before: dict[str, Any] | None
    after: dict[str, Any] | None


def compare(before: Iterable[dict[str, Any]], after: Iterable[dict[str, Any]]) -> list[Compared]:
    """Pair the proposals of two editions, the likest first, each at most once; dropped ones come last."""
    old, new = list(before), list(after)
    pairs = sorted(
        (
            (alike, i, j)
            for i, one in enumerate(old)
            for j, two in enumerate(new)
            if (alike := likeness(one, two)) >= ENOUGH
        ),
        key=lambda pair: (-pair[0], pair[1], pair[2]),
    )
    match: dict[int, tuple[float, int]] = {}
    taken: set[int] = set()
    for alike, i, j in pairs:
        if i not in taken and j not in match:
            match[j] = (alike, i)
            taken.add(i)
    found = [_told(old, each, match.get(j)) for j, each in enumerate(new)]
    return [*found, *(Compared("dropped", each, None) for i, each in enumerate(old) if i not in taken)]


def likeness(one: dict[str, Any], two: dict[str, Any]) -> float:
    """Return how alike two proposals are, 0 to 100; 0 for different agencies."""
    if not set(one["agencies"]) & set(two["agencies"]):
        return 0.0
    return float(fuzz.token_set_ratio(_deed(one), _deed(two)))


def _told(old: list[dict[str, Any]], after: dict[str, Any], match: tuple[float, int] | None) -> Compared:
    if match is None:
        return Compared("new", None, after)
    alike, i = match
    unchanged = alike >= SAME and all(old[i][name] == after[name] for name in ("amount", "due", "measure"))
    return Compared("kept" if unchanged else "changed", old[i], after)


def _deed(proposal: dict[str, Any]) -> str:
    return f"{proposal['verb']} {proposal['object']}".lower()
