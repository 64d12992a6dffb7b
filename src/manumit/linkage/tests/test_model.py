"""A model is kept for ever: its text is canonical, its version the hash of it."""

import json

import pytest
from hypothesis import given, settings

from manumit.linkage import PERSON, PROFILES, BadModel, Model

from .people import records
from .test_scoring import FREQUENCIES


@pytest.mark.parametrize("profile", sorted(PROFILES))
def test_a_model_is_read_back_equal(profile) -> None:
    model = Model.starting(PROFILES[profile])
    again = Model.from_json(model.to_json(), model.version)
    assert again == model
    assert again.to_json() == model.to_json()


@settings(max_examples=25, deadline=None)
@given(records, records)
def test_a_model_read_back_gives_the_same_scores(left, right) -> None:
    from manumit.linkage import score

    model = Model.starting(PERSON).with_frequencies(FREQUENCIES)
    assert score(Model.from_json(model.to_json()), left, right) == score(model, left, right)


def test_a_changed_model_is_another_version() -> None:
    model = Model.starting(PERSON)
    written = json.loads(model.to_json())
    written["features"]["sex"]["weights"][0] += 1
    changed = json.dumps(written).encode()
    assert Model.from_json(changed).version != model.version
    with pytest.raises(BadModel, match="it was changed"):
        Model.from_json(changed, model.version)


@pytest.mark.parametrize("raw", [b"", b"{}", b"[]", b'{"profile": "person"}', b"\xff", b'{"profile": "nobody"}'])
def test_what_is_no_model_is_refused(raw) -> None:
    with pytest.raises(BadModel, match=r"no model of manumit\.linkage"):
        Model.from_json(raw)


def test_a_model_of_other_comparisons_is_refused() -> None:
    written = json.loads(Model.starting(PERSON).to_json())
    written["comparisons"] = 0
    with pytest.raises(BadModel, match="made with comparisons 0"):
        Model.from_json(json.dumps(written).encode())
