"""A small index in a temporary folder, whose limits are so small that every path is walked."""

import pytest

from manumit.linkage import PERSON, Index, Model
from manumit.linkage.index import index, searching

from .test_scoring import FREQUENCIES


@pytest.fixture
def model() -> Model:
    return Model.starting(PERSON).with_frequencies(FREQUENCIES)


@pytest.fixture
def small(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(index, "SEALED", 8)
    monkeypatch.setattr(index, "CHUNK", 10)
    monkeypatch.setattr(index, "STEPS", 3)
    monkeypatch.setattr(searching, "ALL", 4)


@pytest.fixture
def empty(tmp_path, model, small) -> Index:
    return Index.open(tmp_path / "index", model)
