"""Offenses of the catalogue lead to the statutes they are charged under, and back."""

from __future__ import annotations

import pytest

from manumit.values.code_table import UnknownCode
from manumit.values.tables.nibrs import OFFENSE
from manumit.values.tables.statutes import STATUTE, offenses_of, statutes_of


@pytest.mark.parametrize(
    ("offense", "statute"),
    [("64A", "18 USC 1591"), ("64B", "18 USC 1589"), ("100", "18 USC 1201"), ("09A", "18 USC 1111")],
)
def test_an_offense_leads_to_its_statute_and_back(offense: str, statute: str) -> None:
    assert statute in {row.code for row in statutes_of(offense)}
    assert offense in {row.code for row in offenses_of(statute)}


def test_every_pair_is_of_known_codes_and_goes_both_ways() -> None:
    pairs = {(offense.code, row.code) for offense in OFFENSE for row in statutes_of(offense.code)}
    assert pairs == {(row.code, statute.code) for statute in STATUTE for row in offenses_of(statute.code)}
    assert len(pairs) == 39


def test_citations_are_found_as_people_write_them() -> None:
    assert STATUTE.code("18 U.S.C. 1591") == STATUTE.code("18 usc 1591")
    assert [row.code for row in offenses_of("18 U.S.C. 1153")] == ["220", "36A"]


def test_an_offense_without_a_noted_statute_gives_none() -> None:
    assert statutes_of("90D") == ()


def test_an_unknown_statute_is_refused() -> None:
    with pytest.raises(UnknownCode, match="federal statute"):
        offenses_of("18 USC 9999")
