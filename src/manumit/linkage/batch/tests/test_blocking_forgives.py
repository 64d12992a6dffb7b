"""Which pairs are compared at all: those that one slip, or one change in a life, keeps apart are among them."""

import pytest

from manumit.linkage import BEHAVIOUR, PERSON, VEHICLE
from manumit.linkage.batch import Blocking, Collection, DuckDB
from manumit.linkage.batch.rules import rules_of

BOB = {"names": [{"given": "Robert", "family": "Alder"}], "birth": ["1990-02-03"], "places": [{"city": "Gallup"}]}


def candidates(profile, *listed, **options):
    collection = Collection(profile, DuckDB(threads=1, memory_mb=200))
    collection.add_records(range(len(listed)), listed)
    blocking = Blocking(collection, **options)
    blocking.extend()
    blocking.pairs()
    return set(collection.engine.rows("SELECT a, b FROM pair"))


@pytest.mark.parametrize(
    "other",
    [
        {"names": [{"given": "Bob", "family": "Petrov"}], "birth": ["1990-02-03"]},
        {"names": [{"given": "Alder", "family": "Robert"}], "birth": ["1990"]},
        {"names": [{"given": "Robert", "family": "Alder"}]},
        {"names": [{"given": "Bobby", "family": "Allder"}], "birth": ["1991-02-03"]},
        {"names": [{"given": "Rob", "family": "Smith-Alder"}], "birth": ["1990-03-02"]},
        {"names": [{"given": "Robert", "family": "Cedar"}], "birth": ["1990"], "places": [{"city": "Gallup"}]},
    ],
    ids=["married", "swapped", "undated", "a year off", "compound, day and month swapped", "married in town"],
)
def test_a_record_meets_its_second_account(other) -> None:
    assert candidates(PERSON, BOB, other) == {(0, 1)}


def test_a_plate_meets_what_was_seen_of_it() -> None:
    assert candidates(VEHICLE, {"plates": ["ABC1230"]}, {"plates": ["8C123"]}, {"plates": ["XYZ9876"]}) == {(0, 1)}


def test_strangers_do_not_meet() -> None:
    assert candidates(PERSON, BOB, {"names": [{"given": "Olga", "family": "Petrov"}], "birth": ["1970"]}) == set()


def test_a_key_of_too_many_says_too_little() -> None:
    alike = [{"phones": ["505-555-0123"]}] * 5
    assert len(candidates(PERSON, *alike, most=5)) == 10
    assert candidates(PERSON, *alike, most=4) == set()


def test_a_profile_without_rules_says_what_to_do() -> None:
    with pytest.raises(ValueError, match="search its index"):
        rules_of(BEHAVIOUR)
