"""Random ways through the procedure go as a model foretells; `manumit drill continued-presence` walks 20,000."""

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from manumit.modules.continued_presence.proofs import model
from manumit.modules.continued_presence.proofs.drill import drill


@pytest.fixture(autouse=True)
def key(wrapping_key) -> None:
    """Words are sealed under a key of the tests."""


@settings(
    max_examples=2, deadline=None, phases=[Phase.generate], suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(seed=st.integers(0, 10**9))
def test_ways_go_as_foretold(db, seed: int) -> None:
    found = drill(4, seed=seed)
    assert not found.disagreement
    assert found.paths == 4
    assert 0 < found.allowed < found.steps


@pytest.mark.parametrize(
    ("owner", "name", "broken"),
    [
        (model, "NOT_BY_WHO_SIGNED", frozenset()),
        (model.Model, "_clock", lambda self: "runs" if self.state == "information" else ""),
    ],
)
def test_a_broken_rule_is_noticed(db, monkeypatch, owner, name: str, broken) -> None:
    monkeypatch.setattr(owner, name, broken)
    assert drill(25, seed=3, steps=8).disagreement
