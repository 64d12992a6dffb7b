"""A record number survives people's typing and gives nothing away."""

from __future__ import annotations

import contextlib
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from manumit.values.check_character import CHARACTERS
from manumit.values.record_number import ALPHABET, CAPACITY, BadRecordNumber, RecordNumber

sequences = st.integers(0, CAPACITY - 1)
prefixes = st.from_regex(r"[A-Z]{1,3}", fullmatch=True)
numbers = st.builds(RecordNumber.from_sequence, prefixes, sequences)


@given(prefixes, sequences)
def test_a_sequence_comes_back_from_its_number(prefix: str, sequence: int) -> None:
    assert RecordNumber.from_sequence(prefix, sequence).sequence == sequence


@given(numbers)
def test_printed_in_groups_of_the_alphabet(number: RecordNumber) -> None:
    assert re.fullmatch(rf"[A-Z]{{1,3}}-[{ALPHABET}]{{4}}-[{ALPHABET}]{{3}}", str(number))


@given(numbers, st.sampled_from(["{}", " {} ", "no dash", "lower", "spaces"]))
def test_read_back_however_it_is_typed(number: RecordNumber, habit: str) -> None:
    typed = {
        "no dash": str(number).replace("-", ""),
        "lower": str(number).lower(),
        "spaces": str(number).replace("-", " "),
    }
    assert RecordNumber.parse(typed.get(habit, habit.format(number))) == number


@given(sequences)
def test_letters_that_look_like_digits_are_read_as_digits(sequence: int) -> None:
    number = RecordNumber.from_sequence("C", sequence)
    for zero, one in [("O", "I"), ("o", "l"), ("O", "L")]:
        assert RecordNumber.parse(str(number).replace("0", zero).replace("1", one)) == number


@given(numbers)
def test_the_prefix_may_be_left_out_where_it_is_known(number: RecordNumber) -> None:
    assert RecordNumber.parse(str(number).split("-", 1)[1], number.prefix) == number


@given(numbers, st.data())
def test_every_single_wrong_character_is_refused(number: RecordNumber, data: st.DataObject) -> None:
    printed = str(number).replace("-", "")
    place = data.draw(st.integers(0, len(printed) - 1))
    alphabet = CHARACTERS if place < len(number.prefix) else ALPHABET
    wrong = data.draw(st.sampled_from(alphabet.replace(printed[place], "")))
    with pytest.raises(BadRecordNumber):
        RecordNumber.parse(printed[:place] + wrong + printed[place + 1 :])


def test_swapped_neighbours_are_refused_in_997_of_1000() -> None:
    tried = accepted = 0
    for sequence in range(1_500):
        printed = str(RecordNumber.from_sequence("C", sequence)).replace("-", "")
        for place in range(1, len(printed) - 1):
            swapped = printed[:place] + printed[place + 1] + printed[place] + printed[place + 2 :]
            tried += swapped != printed
            accepted += swapped != printed and _accepted(swapped)
    assert tried > 8_000
    assert accepted / tried < 0.003


def _accepted(text: str) -> bool:
    try:
        RecordNumber.parse(text)
    except BadRecordNumber:
        return False
    return True


def test_neighbouring_cases_do_not_look_alike() -> None:
    bodies = [RecordNumber.from_sequence("C", sequence).body for sequence in range(1_000)]
    assert len(set(bodies)) == 1_000
    assert len({body[0] for body in bodies}) == len(ALPHABET)
    assert bodies != sorted(bodies)


@pytest.mark.parametrize(
    ("text", "prefix", "says"),
    [
        ("", None, "no number was given"),
        ("C-4F7", None, "too short"),
        ("CASE-4F7K-9Q2-77", None, "too long"),
        ("4F7K-9Q2", None, "has no prefix"),
        ("P-4F7K-9Q2", "C", "begins with P, but C"),
        ("C-4F7U-9Q2", None, "'U' occurs in no record number"),
        ("C-4F7é-9Q2", None, "'É' occurs in no record number"),
        ("7-4F7K-9Q2", None, "is no prefix"),
    ],
)
def test_a_refusal_says_what_is_wrong(text: str, prefix: str | None, says: str) -> None:
    with pytest.raises(BadRecordNumber, match=says):
        RecordNumber.parse(text, prefix)


def test_a_wrong_check_character_is_named_as_such() -> None:
    printed = str(RecordNumber.from_sequence("C", 7))
    wrong = "2" if printed[-1] != "2" else "3"
    with pytest.raises(BadRecordNumber, match="wrong or swapped character"):
        RecordNumber.parse(printed[:-1] + wrong)


@given(st.text(max_size=20))
def test_anything_typed_is_a_number_or_a_refusal(text: str) -> None:
    with contextlib.suppress(BadRecordNumber):
        assert RecordNumber.parse(str(RecordNumber.parse(text)))


def test_there_is_an_end_and_it_is_said() -> None:
    with pytest.raises(ValueError, match="is not between"):
        RecordNumber.from_sequence("C", CAPACITY)
