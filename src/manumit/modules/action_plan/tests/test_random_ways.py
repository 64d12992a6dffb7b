"""Random ways through the procedure go as a model foretells; `manumit drill action-plan` walks 20,000."""

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from manumit.modules.action_plan.proofs import advice_model, model
from manumit.modules.action_plan.proofs import drill as drill_of
from manumit.modules.action_plan.proofs.drill import drill


@settings(
    max_examples=3, deadline=None, phases=[Phase.generate], suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(seed=st.integers(0, 10**9))
def test_ways_go_as_foretold(db, seed: int) -> None:
    found = drill(5, seed=seed)
    assert not found.disagreement
    assert found.paths == 5
    assert 0 < found.allowed < found.steps


@pytest.mark.parametrize(
    ("rule", "broken"),
    [
        ("_may_give", lambda self, who: self._advises(who)),
        ("_may_name", lambda self, who: bool(self.given)),
        ("_may_approve", lambda self, who: bool(self.worked) and self._hours.state == "recorded"),
        ("_may_accept", lambda self, who: who == "secretariat" and bool(self.given)),
        ("reads_of_public", property(lambda self: [])),
        ("reads_hours", lambda self, who: len(self.worked)),
        ("words_of", lambda self, who: len(self.given) + len(self.worked)),
    ],
)
def test_a_broken_rule_of_advice_is_noticed(db, monkeypatch, rule: str, broken) -> None:
    monkeypatch.setattr(drill_of, "ABOUT_ADVICE", 1.0)
    monkeypatch.setattr(advice_model.AdviceModel, rule, broken)
    assert drill(100, steps=12, seed=3).disagreement


@pytest.mark.parametrize(
    ("rule", "broken"),
    [
        ("_may_approve", lambda self, who: who in model.LEADS and self.state == "submitted" and self.sound),
        ("_may_accept", lambda self, who: who == "secretariat" and self.state == "approved"),
        ("reads_of_public", property(lambda self: [])),
    ],
)
def test_a_broken_rule_is_noticed(db, monkeypatch, rule: str, broken) -> None:
    monkeypatch.setattr(drill_of, "ABOUT_ADVICE", 0.0)
    monkeypatch.setattr(model.Model, rule, broken)
    assert drill(300, seed=3).disagreement
