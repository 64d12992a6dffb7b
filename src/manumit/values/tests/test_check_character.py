"""MOD 37,36 agrees with published numbers and catches what the standard promises."""

from __future__ import annotations

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from manumit.values.check_character import CHARACTERS, check_character, check_characters, is_checked, product_of

# GRid standard 2.1 (the example of ISO 7064 MOD 37,36); ISAN user guide (ISO 15706-2), root and version.
PUBLISHED = [
    "A12425GABC1234002M",
    "188166C734206541Y",
    "188166C7342065419F3A0245O",
    "00000000D07A0090Q",
    "00000000D07A009000000000X",
]
words = st.text(CHARACTERS, min_size=1, max_size=12)


@pytest.mark.parametrize("text", PUBLISHED)
def test_published_numbers_carry_our_check_character(text: str) -> None:
    assert check_character(text[:-1]) == text[-1]
    assert is_checked(text)


@given(words, st.data())
def test_every_single_wrong_character_is_caught(text: str, data: st.DataObject) -> None:
    whole = text + check_character(text)
    place = data.draw(st.integers(0, len(whole) - 1))
    wrong = data.draw(st.sampled_from(CHARACTERS.replace(whole[place], "")))
    assert not is_checked(whole[:place] + wrong + whole[place + 1 :])


def test_swapped_neighbours_are_missed_in_one_pair_of_each_state_only() -> None:
    missed = [
        (lead, first, second)
        for lead in CHARACTERS
        for first, second in itertools.combinations(CHARACTERS, 2)
        if check_character(lead + first + second) == check_character(lead + second + first)
    ]
    assert len(missed) == 36
    assert len({lead for lead, _, _ in missed}) == 36


@given(words, st.text(CHARACTERS, max_size=5))
def test_many_last_characters_are_checked_as_one(lead: str, lasts: str) -> None:
    assert check_characters(product_of(lead), lasts) == "".join(check_character(lead + last) for last in lasts)


@pytest.mark.parametrize("text", ["", "a", "A-1", "Ä"])
def test_other_characters_are_refused(text: str) -> None:
    with pytest.raises(ValueError, match=r"empty|not a digit or a capital letter"):
        check_character(text)
