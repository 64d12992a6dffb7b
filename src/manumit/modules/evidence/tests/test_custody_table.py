"""The table of custody, row by row through the action: every pair of hands, and each thing a pair asks for."""

import csv
from pathlib import Path

import pytest

from manumit.modules.evidence.actions.seal_item import seal_item
from manumit.modules.evidence.choices import HandKind
from manumit.modules.evidence.custody_table import passing
from manumit.modules.evidence.hand import Hand
from manumit.spine.workflow.refusing import Refused

TABLE = Path(__file__).with_name("custody_table.csv")
ROWS = list(csv.DictReader(TABLE.open(encoding="utf-8", newline="")))
ASKED = {"receipt": "receipt", "witness": "else who saw"}


def other_hand(target: str, bob) -> Hand:
    """A hand of that kind other than the one the item is in."""
    if target == "person":
        return Hand.person(bob.person_id)
    return Hand(HandKind(target), "" if target == "destroyed" else f"Another {target}")


def test_every_pair_has_a_row() -> None:
    kinds = {kind.value for kind in HandKind}
    assert {(row["source"], row["target"]) for row in ROWS} == {(a, b) for a in kinds for b in kinds}


@pytest.mark.parametrize("row", ROWS, ids=lambda row: f"{row['source']} to {row['target']}")
def test_an_item_passes_as_the_table_says(row, brought_to, passed, approve, alice, bob) -> None:
    way = passing(row["source"], row["target"])
    assert (way.law.citation if way else "") == row["citation"]
    item, to = brought_to(row["source"]), other_hand(row["target"], bob)
    signer = bob if row["target"] == "person" else alice
    if row["allowed"] == "no":
        with pytest.raises(Refused, match="skip a hand"):
            passed(to, bob)
        return
    if row["sealed"] == "yes":
        with pytest.raises(Refused, match="seal it first"):
            passed(to, signer)
        seal_item(alice, item, seal_number="S-2", expected_version=item.version)
        item.refresh_from_db()
    if row["approved"] == "yes":
        with pytest.raises(Refused, match="approve"):
            passed(to, signer)
        approve()
    for field, words in ASKED.items():
        if row[field] == "yes":
            with pytest.raises(Refused, match=words):
                passed(to, signer, **{field: " "})
    supervised = bob if row["source"] not in {"person", "place"} else signer
    without = {field: "" for field in ASKED if row[field] == "no"}
    assert passed(to, supervised, **without).hand == to.key
