"""The drill's judgement of a request's answers: whatever step was answered, an answer that is gone does not pass."""

import pytest

from manumit.modules.continued_presence.actions.begin_request import begin_request
from manumit.modules.continued_presence.actions.save_answers import save_answers
from manumit.modules.continued_presence.asked import BY_NAME, STEPS
from manumit.modules.continued_presence.models import Operation, PresenceRequest
from manumit.modules.continued_presence.tests import people
from manumit.spine.records.tests.conftest import wrapping_key  # noqa: F401 - a fixture

from . import askers
from .deeds import Ledger

pytestmark = pytest.mark.django_db


@pytest.fixture
def answered(wrapping_key) -> Ledger:  # noqa: F811 - the fixture
    """Every step answered twice, each answer another word, all acknowledged."""
    officer = people.cast()["detective"]
    request, ledger = begin_request(officer, region="MT"), Ledger()
    for word, (step, question) in enumerate([*askers.WRITES, *askers.WRITES]):
        holder = Operation.unscoped.get(pk=request.operation_id) if BY_NAME[step].shared else request
        holder.refresh_from_db()
        given = {question: f"word {word}"}
        save_answers(officer, request, step, given, expected_version=holder.version, standing={})
        ledger.answers[f"word {word}"] = request.number
    return ledger


def test_each_step_that_takes_words_is_answered() -> None:
    wordless = {
        "means",
        "attest",
    }  # the means are asked of some kinds of trafficking only, and one attests without words
    assert {step for step, _question in askers.WRITES} == {step.name for step in STEPS} - wordless


def test_what_stands_in_any_version_is_not_missed(answered) -> None:
    assert len(answered.answers) == 2 * len(askers.WRITES)
    assert askers.lost(answered) == []


def test_an_answer_that_was_acknowledged_and_never_kept_is_missed(answered) -> None:
    [request] = PresenceRequest.unscoped.all()
    answered.answers["never kept"] = request.number
    assert askers.lost(answered) == [f"answer of {request.number}"]


def test_answers_that_victims_share_are_looked_for_in_the_operation(answered, monkeypatch) -> None:
    unsealed, shared = askers._unsealed, sum(BY_NAME[step].shared for step, _question in askers.WRITES)
    monkeypatch.setattr(
        askers, "_unsealed", lambda kind, key: unsealed(kind, key) if kind == PresenceRequest.kind else []
    )
    assert len(askers.lost(answered)) == 2 * shared > 0
