"""Names keep their parts through both orders."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from manumit.values.person_name import SUFFIXES, PersonName

words = st.from_regex(r"[A-ZÁÑ][a-záñ'-]{2,10}", fullmatch=True)
names = st.builds(PersonName, words, words, st.sampled_from(["", *SUFFIXES]))


@pytest.mark.parametrize(
    ("family", "given_names", "expected"),
    [
        ("Alder, Jr.", "Robin", PersonName("Alder", "Robin", "Jr")),
        ("Alder Jr", "Robin", PersonName("Alder", "Robin", "Jr")),
        ("Alder III", "Robin", PersonName("Alder", "Robin", "III")),
        ("Alder", "Robin  Sr.", PersonName("Alder", "Robin", "Sr")),
        ("Moran Alder", "Ana Maria", PersonName("Moran Alder", "Ana Maria")),
        ("V", "Robin", PersonName("V", "Robin")),
        ("Iv", "", PersonName("Iv")),
        ("", "", PersonName("")),
    ],
)
def test_two_columns_make_a_name(family: str, given_names: str, expected: PersonName) -> None:
    assert PersonName.from_columns(family, given_names) == expected


@given(names)
def test_both_orders_are_read_back(name: PersonName) -> None:
    assert PersonName.parse(name.family_first) == name
    assert PersonName.parse(name.given_first) == name


def test_shown_in_both_orders() -> None:
    name = PersonName("Alder", "Robin", "Jr")
    assert name.family_first == "Alder Jr, Robin"
    assert name.given_first == str(name) == "Robin Alder Jr"
    assert PersonName("Alder").family_first == PersonName("Alder").given_first == "Alder"
    assert PersonName.parse("Alder") == PersonName("Alder")


def test_two_suffixes_that_contradict_are_refused() -> None:
    with pytest.raises(ValueError, match="two suffixes, Jr and Sr"):
        PersonName.from_columns("Alder Jr", "Robin Sr")


def test_an_unknown_suffix_is_refused() -> None:
    with pytest.raises(ValueError, match="'PhD' is no suffix"):
        PersonName("Alder", "Robin", "PhD")
