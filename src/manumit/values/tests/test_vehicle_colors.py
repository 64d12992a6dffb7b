"""Colors of a vehicle are read from the words of a file."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from manumit.values.code_table import UnknownCode
from manumit.values.vehicle_colors import vehicle_colors


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("Maroon and Red", ["maroon", "red"]),
        ("Silver and Black", ["silver", "black"]),
        ("Aluminum/Silver", ["silver"]),
        ("Burgundy/Maroon", ["maroon"]),
        ("Teal(green)", ["teal"]),
        ("dark blue", ["blue_dark"]),
        ("white / blue", ["white", "blue"]),
        ("Blanco y azul", ["white", "blue"]),
        ("Red and red", ["red"]),
        ("DBL", ["blue_dark"]),
        ("  ", []),
    ],
)
def test_colors_are_read_in_their_order(text: str, codes: list[str]) -> None:
    assert [row.code for row in vehicle_colors(text)] == codes


def test_a_word_that_is_no_color_is_refused_by_name() -> None:
    with pytest.raises(UnknownCode, match="'Plaid' is not in vehicle color"):
        vehicle_colors("Red and Plaid")


def test_every_color_namus_serves_is_read(shared: Path) -> None:
    texts = set()
    for file in sorted((shared / "namus/json").glob("MP_*.json")):
        cases = json.loads(file.read_text(encoding="utf-8"))
        for case in cases if isinstance(cases, list) else cases.values():
            texts |= {each["vehicleColor"] for each in case.get("vehicles") or [] if each.get("vehicleColor")}
    assert len(texts) > 15
    assert all(vehicle_colors(text) for text in texts)
