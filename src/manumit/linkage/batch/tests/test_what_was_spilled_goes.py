"""What an engine may have spilled of people's records goes with it, and with the next engine if it was killed."""

import os
import tempfile

import pytest

from manumit.linkage.batch import DuckDB
from manumit.linkage.batch.engine import FOLDER, LOCK, sweep


@pytest.fixture
def place(tmp_path, monkeypatch):
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    return tmp_path


def test_the_folder_goes_with_its_engine(place) -> None:
    engine = DuckDB()
    assert len(list(place.iterdir())) == 1
    engine.close()
    assert not list(place.iterdir())


def test_the_folder_of_a_killed_engine_goes_with_the_next(place) -> None:
    killed = place / f"{FOLDER}killed"
    killed.mkdir()
    (killed / LOCK).touch()
    (killed / "spilled.tmp").write_text("somebody")
    DuckDB().close()
    assert not killed.exists()


def test_the_folder_of_a_living_engine_stays(place) -> None:
    engine = DuckDB()
    sweep()
    assert len(list(place.iterdir())) == 1
    engine.close()


def test_a_folder_without_a_lock_stays_while_it_is_young(place) -> None:
    made = place / f"{FOLDER}young"
    made.mkdir()
    sweep()
    assert made.exists()
    os.utime(made, (0, 0))
    sweep()
    assert not made.exists()
