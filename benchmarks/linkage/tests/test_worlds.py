"""Worlds are fair: no table shared with the library, spoils as often as they say, the same again for the same seed."""

import ast
import importlib
import random
from collections import Counter
from pathlib import Path

import pytest

from benchmarks.linkage import table, worlds
from benchmarks.linkage.worlds import described, numbers, persons, scripts, vehicles
from benchmarks.linkage.worlds.spoiling import spoil
from benchmarks.linkage.worlds.world import row_at
from manumit.linkage.compare.vins import checks

FOLDER = Path(worlds.__file__).parent
COLUMNS = (
    *("first", "last", "dob", "city", "state", "phone", "sex", "race", "height", "plate", "plate_state", "vin"),
    *("make", "model", "year", "colour", "style", "latitude", "longitude"),
)
MADE = ("persons", "remains", "suspects", "vehicles")


def test_worlds_read_no_table_of_the_library() -> None:
    for path in FOLDER.glob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            named = [node.module or ""] if isinstance(node, ast.ImportFrom) else []
            named += [name.name for name in node.names] if isinstance(node, ast.Import) else []
            assert not [name for name in named if name.startswith("manumit")], path.name


@pytest.mark.parametrize("world", MADE)
def test_the_same_seed_makes_the_same_world(tmp_path, world) -> None:
    make = importlib.import_module(f"benchmarks.linkage.worlds.{world}").make
    made = [(tmp_path / name, seed) for name, seed in (("a", 3), ("b", 3), ("c", 4))]
    for place, seed in made:
        make(place, 60, 20, seed)
    rows = [[table.rows(place / name) for name in ("catalogue.parquet", "queries.parquet")] for place, _ in made]
    assert rows[0] == rows[1]
    assert rows[0] != rows[2]


@pytest.mark.parametrize("spoils", [persons.SPOILS, vehicles.SPOILS])
def test_what_happens_to_accounts_happens_as_often_as_it_says(spoils) -> None:
    chance = random.Random(1)
    happened = Counter[str]()
    for _ in range(8000):
        happened.update(spoil(dict.fromkeys(COLUMNS), spoils, chance))
    for each in spoils:
        assert abs(happened[each.what] / 8000 - each.share) < 0.02, each.what


def test_numbers_are_what_they_say() -> None:
    chance = random.Random(2)
    assert all(checks(numbers.vin("1FT", chance)) for _ in range(200))
    plates = [numbers.plate(chance) for _ in range(200)]
    assert all(len(numbers.confused(plate, chance)) == len(plate) for plate in plates)
    seen = [(plate, numbers.partial(plate, chance)) for plate in plates]
    assert all("?" in part or part in plate for plate, part in seen)


def test_the_sides_of_marks_and_other_scripts_are_written_in_other_words() -> None:
    chance = random.Random(3)
    mark = ("tattoo", "forearm", "left", "rose")
    accounts = {described.marked(mark, chance, 0.1) for _ in range(200)}
    assert len(accounts) > 10
    assert any("lower arm" in text for text in accounts)
    assert scripts.SCRIPTS["Cyrillic"]("joshua") == "джошуа"
    assert scripts.with_marks("ana") == "aña"


def test_six_in_ten_remains_have_their_person_among_the_missing(tmp_path) -> None:
    importlib.import_module("benchmarks.linkage.worlds.remains").make(tmp_path, 500, 300, 5)
    asked = table.rows(tmp_path / "queries.parquet")
    assert sum(bool(row["truth"]) for row in asked) == 180
    missing = table.columns_of(table.rows(tmp_path / "catalogue.parquet"))
    for row in asked:
        if row["truth"]:
            assert row["found"] >= row_at(missing, int(row["truth"]))["last_contact"]
