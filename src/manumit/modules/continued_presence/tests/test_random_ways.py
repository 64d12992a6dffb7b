"""Random ways through the procedure go as a model foretells; `manumit drill continued-presence` walks 50,000."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date, datetime, timedelta
from random import Random
from types import SimpleNamespace
from typing import Any, Final

import pytest
from django.utils import timezone
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from manumit.modules.continued_presence import procedure
from manumit.modules.continued_presence.actions import consequences, move_request, resting, run_out, stage_clocks
from manumit.modules.continued_presence.models import PresenceRequest
from manumit.modules.continued_presence.proofs import calendar, walk
from manumit.modules.continued_presence.proofs.drill import drill
from manumit.modules.continued_presence.proofs.invented import ANSWERS
from manumit.modules.continued_presence.proofs.model import DECIDERS, INTAKE, REVIEWERS, SPONSORS
from manumit.modules.continued_presence.proofs.virtual_time import FIRST, MOMENTS, VirtualTime
from manumit.modules.continued_presence.rules import REQUEST_RULES, RequestFacts
from manumit.spine import audit
from manumit.values.time_limits import Years, is_business_day

Breaks = Callable[[pytest.MonkeyPatch], None]


@pytest.fixture(autouse=True)
def key(wrapping_key) -> None:
    """Words are sealed under a key of the tests."""


@settings(
    max_examples=2, deadline=None, phases=[Phase.generate], suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(seed=st.integers(0, 10**9))
def test_ways_go_as_foretold(db, seed: int) -> None:
    found = drill(2, seed=seed)
    assert not found.disagreement
    assert found.paths >= 2
    assert 0 < found.allowed < found.tried < found.steps
    assert found.foretold > 1000


def test_what_is_answered_is_complete_on_the_first_day_on_which_a_way_may_begin() -> None:
    first = min(FIRST, *MOMENTS).date() - timedelta(days=1)  # in a zone where it is still the day before
    assert not REQUEST_RULES.refused(RequestFacts(ANSWERS, today=first))


def _without_guards(step: str, *names: str) -> Breaks:
    def unguard(each: Any) -> Any:
        return replace(each, guards=tuple(g for g in each.guards if g.holds.__name__ not in names))

    return _with_step(step, unguard)


def _with_step(step: str, change: Callable[[Any], Any]) -> Breaks:
    def breaks(patch: pytest.MonkeyPatch) -> None:
        whole = procedure.REQUEST
        steps = tuple(change(each) if each.name == step else each for each in whole.transitions)
        patch.setattr(procedure, "REQUEST", replace(whole, transitions=steps))

    return breaks


def _patched(owner: Any, name: str, value: Any) -> Breaks:
    return lambda patch: patch.setattr(owner, name, value)


def _consequence(step: str, **kept: Any) -> Breaks:
    def breaks(patch: pytest.MonkeyPatch) -> None:
        whole = dict(consequences.CONSEQUENCES)
        right = whole[step]
        whole[step] = lambda *asked: {**right(*asked), **kept}
        patch.setattr(move_request, "CONSEQUENCES", whole)

    return breaks


def _logged(change: Callable[[Any, dict[str, Any]], tuple[Any, dict[str, Any]]]) -> Breaks:
    """Let the leaf of a step say what `change` makes of its actor and of what it names."""

    def record(actor: Any, verb: str, **given: Any) -> int:
        actor, given = change(actor, given)
        return audit.record(actor, verb, **given)

    return _patched(move_request, "audit", SimpleNamespace(record=record))


def _no_facts(given: dict[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in given.get("detail", {}).items() if name != "facts"}


_barred = resting.barred


def _barred_unless_borne_out(request: Any, facts: Any, *, corroborated_by: int | None = None) -> frozenset[str]:
    return frozenset() if corroborated_by else _barred(request, facts)


def _heard_without_notice(request: Any) -> bool:
    late = request.answer_by_at is not None and request.answer_by_at <= timezone.now()
    return late or request.answered_at is not None


ANOTHER = {"step": "withdraw", "from": "draft", "to": "concurrence"}
BROKEN: dict[str, Breaks] = {
    "who reviewed may grant": _without_guards("grant", "not_the_reviewer", "signs_first"),
    "who signed may concur": _without_guards("concur", "signs_first"),
    "a reviewer may deny": _with_step("deny", lambda each: replace(each, action="review")),
    "an officer may concur": _with_step("concur", lambda each: replace(each, action="sign", guards=())),
    "revoked before it was heard": _without_guards("revoke", "heard"),
    "revoked without notice": _patched(PresenceRequest, "was_heard", property(_heard_without_notice)),
    "an incomplete request is signed": _without_guards("sign", "complete"),
    "stale guidance of a single year": _patched(consequences, "TWO_YEARS", Years(1)),
    "the clock of DHS never stands still": _patched(stage_clocks, "PAUSED_IN", {}),
    "the clock of a grant forgets the extension": _patched(stage_clocks, "_end_with_presence", lambda request: None),
    "a barred ground is taken": _patched(move_request, "_demand_ground", lambda wanted, code: None),
    "stays are not kept": _patched(move_request, "change_span", lambda request: None),
    "a sponsor who returned it goes on seeing it": _consequence("return_from_sponsor", with_sponsor=True),
    "a step is logged under nobody's name": _logged(lambda actor, given: (None, given)),
    "a step is logged as another": _logged(lambda actor, given: (actor, {**given, "detail": ANOTHER})),
    "what the trafficker's side alone said is used": _patched(
        move_request,
        "demand_facts",
        lambda actor, request, said: tuple(f for f in said.facts if f.name in said.rests_on),
    ),
    "who bore a fact out rests on it": _patched(resting, "barred", _barred_unless_borne_out),
    "the log does not name the facts": _logged(lambda actor, given: (actor, {**given, "detail": _no_facts(given)})),
    "words that nobody can read are taken": _patched(move_request, "demand_plain", lambda *said: None),
    "presence never runs out": _patched(run_out, "Stage", SimpleNamespace(ACTIVE="draft", EXPIRED="expired")),
    "DHS goes on seeing what it denied": _consequence("ask_again", with_decider=True),
}


BOTH = ("reviews_and_decides",)
TO_DECISION = {"intake_check": ((INTAKE, "pass_intake"),), "vetting": ((("reviewer",), "finish_review"),)}
LED: dict[str, Any] = {
    "what the trafficker's side alone said is used": {
        **TO_DECISION, "decision": ((REVIEWERS, "mark"), (DECIDERS, "deny")),
    },
    "who bore a fact out rests on it": {
        **TO_DECISION, "decision": ((REVIEWERS, "mark"), (BOTH, "corroborate"), (BOTH, "deny")),
    },
    "revoked without notice": {
        **TO_DECISION, "decision": ((DECIDERS, "grant"),), "active": ((REVIEWERS, "propose_revocation"),),
        "revocation": ((DECIDERS, "revoke"),),
    },
    "the log does not name the facts": {**TO_DECISION, "decision": ((DECIDERS, "deny"),)},
    "a sponsor who returned it goes on seeing it": {"sponsor_review": ((SPONSORS, "return_from_sponsor"),)},
}  # fmt: skip
"""Where few ways lead over a fault, what leads there."""
WEEKS: Final = frozenset({"revoked without notice"})
"""Faults that show only after a month in which nobody does anything: there two weeks pass at each step."""


def _pass_weeks(time: VirtualTime, chance: Random) -> datetime:
    time.now += timedelta(days=14 + chance.random())
    return time.now


def test_without_a_fault_none_is_noticed(db, monkeypatch) -> None:
    monkeypatch.setattr(walk, "BRANCHES", (2, 2))
    assert not drill(400, seed=3, steps=13).disagreement
    monkeypatch.setattr(walk, "LEANED_ON", walk.LEANED_ON[:1])
    likely = walk.LIKELY
    for fault, led in LED.items():
        monkeypatch.setattr(walk, "LIKELY", {**likely, **led})
        with monkeypatch.context() as slowly:
            if fault in WEEKS:
                slowly.setattr(VirtualTime, "pass_some", _pass_weeks)
            assert not drill(100, seed=3, steps=13).disagreement


@pytest.mark.parametrize("fault", BROKEN)
def test_a_fault_is_noticed(db, monkeypatch, fault: str) -> None:
    """Each fault is put into the product, never into the model. Ways are short and begin where the fault can show."""
    BROKEN[fault](monkeypatch)
    monkeypatch.setattr(walk, "BRANCHES", (2, 2))
    if fault in LED:
        monkeypatch.setattr(walk, "LIKELY", {**walk.LIKELY, **LED[fault]})
        monkeypatch.setattr(walk, "LEANED_ON", walk.LEANED_ON[:1])
    if fault in WEEKS:
        monkeypatch.setattr(VirtualTime, "pass_some", _pass_weeks)
    assert drill(400, seed=3, steps=13).disagreement


def test_the_models_days_are_those_of_the_product() -> None:
    day = date(2022, 1, 1)
    while day < date(2034, 1, 1):
        assert calendar.works(day) == is_business_day(day), day
        day += timedelta(days=1)


def test_two_years_from_a_leap_day() -> None:
    assert calendar.two_years_after(date(2024, 2, 29)) == date(2026, 2, 28)
    assert calendar.two_years_after(date(2022, 2, 28)) == date(2024, 2, 28)
