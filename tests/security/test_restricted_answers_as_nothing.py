"""A small run of the drill of paired inquiries. Times are measured by `manumit drill inquiry`, not asserted here."""

from dataclasses import replace

import pytest

from manumit.modules.cases.actions import match_inquiry
from manumit.modules.inquiry.actions import ask, judging
from manumit.spine.records import askable
from manumit.spine.records.choices import Level

from . import inquiry_drill
from .inquiry_drill import WARM, drill

PAIRS = 12
FORMS = len(askable.AskedFor)


@pytest.mark.django_db
@pytest.mark.parametrize("compared", ["restricted", "pointer"])
def test_bodies_of_what_must_be_answered_alike_are_the_same_bytes(compared):
    """Each answer waited for its tick, once; the run itself does not."""
    waits: list[float] = []
    asked = drill(PAIRS, compared=compared, sleep=waits.append)
    assert (asked.pairs, asked.differing, asked.answered) == (PAIRS, 0, 0)
    assert set(asked.work.forms) == set(askable.AskedFor.values)
    assert len(waits) == 2 * (PAIRS + WARM * FORMS)
    assert all(each > 0 for each in waits)


@pytest.mark.django_db
def test_the_drill_notices_a_restricted_record_that_answers(monkeypatch):
    """With restricted records told of as pointers are, the same drill finds bodies that differ."""
    monkeypatch.setattr(match_inquiry, "reached", lambda kind, actor, crosses, path="": askable.Q())
    monkeypatch.setattr(judging, "_points", lambda record, actor: record.level == Level.RESTRICTED)
    asked = drill(PAIRS, sleep=int)
    assert asked.differing > 0
    assert asked.answered > 0


@pytest.mark.django_db
def test_the_drill_notices_that_the_number_of_pointers_shows(monkeypatch):
    """With more than two pointers told of as more answers, the same drill finds bodies that differ."""
    told = judging.judge
    monkeypatch.setattr(ask, "judge", lambda *given: replace(told(*given), more=len(told(*given).pointers) > 2))
    asked = drill(PAIRS, compared="pointer", sleep=int)
    assert asked.differing > 0


def test_the_drill_notices_answers_that_take_longer():
    """The bound is a hundredth of the work, however long the wait is."""
    slow, quick = (inquiry_drill.Taken(b"", 0, 250_000_000 + more, 10_000_000 + more) for more in (200_000, 0))
    judged = inquiry_drill._judged("restricted", {"phone": [(slow, quick)] * 5})
    assert (judged.waited.apart, judged.work.paired) == (2.0, 2.0)
    assert not judged.as_json()["ok"]
    assert inquiry_drill._judged("restricted", {"phone": [(quick, quick)] * 5}).as_json()["ok"]
