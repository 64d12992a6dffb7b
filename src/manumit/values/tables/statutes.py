"""Federal statutes under which the offenses of the catalogue are charged, by NIBRS code. An aid, not legal advice.

Which statute fits depends on place, people and date; the law of a Tribe or a state may be the one that applies. The
pairs are the catalogue's own and wait for a lawyer's check; a case may cite any other statute.
"""

from __future__ import annotations

from datetime import date
from functools import cache

from manumit.values.code_table import Code
from manumit.values.packaged_codes import family, packaged_rows
from manumit.values.tables.nibrs import OFFENSE

_table = family(
    "statutes.csv",
    source="United States Code, title 18; short headings in our words, not yet checked by a lawyer",
    as_of=date(2026, 11, 26),
)

STATUTE = _table("statute", "federal statute")
"""Codes are citations as people write them: "18 USC 1591", found as "18 U.S.C. 1591" too."""


def statutes_of(offense: str) -> tuple[Code, ...]:
    """Return the federal statutes under which the NIBRS `offense` is charged; empty where none is noted.

    Raises `UnknownCode`.
    """
    code = OFFENSE.code(offense).code
    return tuple(STATUTE.code(statute) for nibrs, statute in _pairs() if nibrs == code)


def offenses_of(statute: str) -> tuple[Code, ...]:
    """Return the NIBRS offenses that the `statute` punishes. Raises `UnknownCode`."""
    code = STATUTE.code(statute).code
    return tuple(OFFENSE.code(nibrs) for nibrs, cited in _pairs() if cited == code)


@cache
def _pairs() -> tuple[tuple[str, str], ...]:
    return tuple((row["offense"], row["statute"]) for row in packaged_rows("offense_statutes.csv"))
