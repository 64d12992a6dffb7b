"""Heights and weights are read in either system and converted without drift."""

from __future__ import annotations

import contextlib
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from manumit.values.measures import BadMeasure, Height, Weight

inches = st.decimals("0.01", 108, places=2)
pounds = st.decimals("0.01", 1400, places=2)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("5'7\"", "67"),
        ("5 ft 7 in", "67"),
        ("5\u20327\u2033", "67"),
        ("5'", "60"),
        ("67", "67"),
        ("67.5 in", "67.5"),
        ("170 cm", "66.93"),
        ("1.70 m", "66.93"),
    ],
)
def test_heights_as_people_write_them(text: str, expected: str) -> None:
    assert Height.parse(text).inches == Decimal(expected)


@pytest.mark.parametrize(("text", "expected"), [("160", "160"), ("160 LBS.", "160"), ("73 kg", "160.94")])
def test_weights_as_people_write_them(text: str, expected: str) -> None:
    assert Weight.parse(text).pounds == Decimal(expected)


@pytest.mark.parametrize("text", ["tall", "5'13\"", "0", "110", "67 lb", "-5", "NaN", ""])
def test_no_height(text: str) -> None:
    with pytest.raises(BadMeasure):
        Height.parse(text)


@pytest.mark.parametrize("text", ["heavy", "0", "1500", "70 in", "", "Infinity"])
def test_no_weight(text: str) -> None:
    with pytest.raises(BadMeasure):
        Weight.parse(text)


@given(inches, pounds)
def test_printed_measures_are_read_back(height: Decimal, weight: Decimal) -> None:
    assert Height.parse(str(Height(height))) == Height(height)
    assert Weight.parse(str(Weight(weight))) == Weight(weight)


@given(inches, pounds)
def test_metric_and_back_stays_within_a_tenth(height: Decimal, weight: Decimal) -> None:
    with contextlib.suppress(BadMeasure):  # what rounds to nothing is no measure
        assert abs(Height.from_cm(Height(height).cm).inches - height) < Decimal("0.1")
        assert abs(Weight.from_kg(Weight(weight).kg).pounds - weight) < Decimal("0.2")


def test_a_measure_that_is_no_number_is_refused() -> None:
    with pytest.raises(BadMeasure):
        Height(Decimal("NaN"))
