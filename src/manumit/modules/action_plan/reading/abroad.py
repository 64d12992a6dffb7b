"""Agencies of other countries and the European Union that a table lists (`rules/abroad.csv`), and whose text it is."""

from __future__ import annotations

import re
from collections import defaultdict
from functools import lru_cache
from typing import Final

from .rules import choices, table

LEAST: Final = 3
"""Agencies of one country a text must name before it may be that country's."""

GOVERNMENT: Final = re.compile(r"Government$|^Government of")
MINISTERS: Final = "Government"
"""What a country's own plan calls all of it; `the Government of X` is another's."""


def bodies_of(text: str) -> tuple[dict[str, str], int]:
    """Return the code of each agency of the country a text speaks most of, by its names, and how often it names them.

    The code is the abbreviation where the text uses one, as with bodies a text introduces, else the name.
    """
    counted = {country: _named(text, country) for country in _countries()}
    country = max(counted, key=lambda each: sum(counted[each].values()))
    found = counted[country]
    if len({_countries()[country][name][0] for name in found}) < LEAST:
        return {}, 0
    return _codes(text, country), sum(found.values())


def _named(text: str, country: str) -> dict[str, int]:
    found: dict[str, int] = defaultdict(int)
    for match in _pattern(country).finditer(text):
        found[" ".join(match[0].replace("'", "’").split())] += 1
    return found


def _codes(text: str, country: str) -> dict[str, str]:
    """Return every name with its code, and `the Government` where that is the country's own."""
    rows = _countries()[country]
    codes, own = {}, MINISTERS
    for name, (agency, shorts) in rows.items():
        used = next((short for short in shorts if re.search(rf"\b{re.escape(short)}\b", text)), "")
        codes[name] = used if used and " " not in used else agency
        if name.startswith("Government of "):
            codes |= {f"{the} {name}": codes[name] for the in ("the", "The")}
        if GOVERNMENT.search(name) and name in text and agency.split()[0] not in {"Scottish", "Welsh"}:
            own = agency
    if country != "European Union":
        codes |= {f"{the} Government": own for the in ("the", "The")}
    return codes


@lru_cache(maxsize=1)
def _countries() -> dict[str, dict[str, tuple[str, tuple[str, ...]]]]:
    """Return for each country its agencies' names, each with the agency and its abbreviations."""
    found: dict[str, dict[str, tuple[str, tuple[str, ...]]]] = defaultdict(dict)
    for row in table("abroad"):
        shorts = tuple(choices(row["short"]))
        for name in (*choices(row["names"]), *shorts):
            found[row["country"]][name] = (row["agency"], shorts)
    return found


@lru_cache(maxsize=16)
def _pattern(country: str) -> re.Pattern[str]:
    longest = sorted(_countries()[country], key=len, reverse=True)
    parts = "|".join(re.escape(name).replace("’", "[’']").replace(r"\ ", r"\s+") for name in longest)
    return re.compile(rf"(?<![\w’])(?:{parts})(?!\w)")
