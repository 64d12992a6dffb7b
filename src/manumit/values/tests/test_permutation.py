"""The permutation is one: nothing lost, nothing twice, neighbours far apart."""

from __future__ import annotations

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from manumit.values.permutation import LARGEST_LIMIT, gather, scatter


@given(st.integers(2_000_000, LARGEST_LIMIT), st.data())
def test_gather_undoes_scatter_within_the_limit(limit: int, data: st.DataObject) -> None:
    number = data.draw(st.integers(0, limit - 1))
    place = scatter(number, limit)
    assert 0 <= place < limit
    assert gather(place, limit) == number


@given(st.integers(LARGEST_LIMIT // 2, LARGEST_LIMIT - 1))
def test_the_limit_itself_is_walked_over(limit: int) -> None:
    leads_there = gather(limit, LARGEST_LIMIT)
    if leads_there < limit:
        assert scatter(leads_there, limit) < limit


def test_ten_thousand_numbers_in_a_row_have_ten_thousand_places() -> None:
    places = {scatter(number, LARGEST_LIMIT) for number in range(10_000)}
    assert len(places) == 10_000


def test_the_order_of_the_numbers_cannot_be_read_off() -> None:
    places = [scatter(number, LARGEST_LIMIT) for number in range(2_000)]
    rising = sum(first < second for first, second in itertools.pairwise(places))
    assert 850 < rising < 1150


@pytest.mark.parametrize(("number", "limit"), [(-1, 10), (10, 10), (0, 0), (0, LARGEST_LIMIT + 1)])
def test_numbers_outside_are_refused(number: int, limit: int) -> None:
    with pytest.raises(ValueError, match="is not between"):
        scatter(number, limit)
    with pytest.raises(ValueError, match="is not between"):
        gather(number, limit)
