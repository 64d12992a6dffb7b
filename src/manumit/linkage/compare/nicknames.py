"""Short and pet forms of given names, listed for this project from common knowledge: no published list was copied.

One line a formal name, with its forms. A form may belong to several names; two forms of one name are related too.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from manumit.linkage.comparison import Truth

LIST = (Path(__file__).parent / "nicknames.txt").read_text(encoding="utf-8")
"""Formal name: its forms."""


def _families() -> dict[bytes, set[str]]:
    families: dict[bytes, set[str]] = defaultdict(set)
    for line in LIST.strip().splitlines():
        formal, _, forms = line.partition(": ")
        for name in (formal, *forms.split()):
            families[name.encode()].add(formal)
    return families


_FAMILIES = _families()
_PLACES = {name: place for place, name in enumerate(_FAMILIES)}


def _relations() -> NDArray[np.bool_]:
    formal = sorted(set().union(*_FAMILIES.values()))
    member = np.array([[name in families for name in formal] for families in _FAMILIES.values()], np.float32)
    return member @ member.T > 0


_RELATED = _relations()


def forms(name: bytes) -> list[bytes]:
    """Return the listed names related to `name`, itself left out."""
    place = _PLACES.get(name)
    if place is None:
        return []
    return [other for other, there in _PLACES.items() if _RELATED[place, there] and other != name]


def formal(name: bytes) -> list[str]:
    """Return the formal names that `name` may stand for; a name that is not listed stands for itself."""
    return sorted(_FAMILIES.get(name, ())) or [name.decode()]


def places(names: Sequence[bytes]) -> NDArray[np.int16]:
    """Return where each name stands in the list, -1 for a name that is not listed."""
    return np.array([_PLACES.get(name, -1) for name in names], np.int16)


def related(left: NDArray[Any], right: NDArray[Any]) -> Truth:
    """Say where two names are forms of one name, by their places in the list."""
    if (len(left) == 1 and left[0] < 0) or (len(right) == 1 and right[0] < 0):
        return np.zeros(max(len(left), len(right)), np.bool_)
    found: Truth = _RELATED[left, right] & (left >= 0) & (right >= 0)
    return found
