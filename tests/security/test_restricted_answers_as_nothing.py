"""A small run of the drill of paired inquiries. Times are measured by `manumit drill inquiry`, not asserted here."""

import pytest

from manumit.modules.cases.actions import match_inquiry
from manumit.modules.inquiry.actions import judging
from manumit.spine.records import askable
from manumit.spine.records.choices import Level

from .inquiry_drill import drill

PAIRS = 12


@pytest.mark.django_db
def test_bodies_of_restricted_and_nothing_are_the_same_bytes():
    asked = drill(PAIRS)
    assert (asked.pairs, asked.differing, asked.answered) == (PAIRS, 0, 0)
    assert set(asked.forms) == set(askable.AskedFor.values)


@pytest.mark.django_db
def test_the_drill_notices_a_restricted_record_that_answers(monkeypatch):
    """With restricted records told of as pointers are, the same drill finds bodies that differ."""
    monkeypatch.setattr(match_inquiry, "reached", lambda kind, actor, crosses, path="": askable.Q())
    monkeypatch.setattr(judging, "_points", lambda record, actor: record.level == Level.RESTRICTED)
    asked = drill(PAIRS)
    assert asked.differing > 0
    assert asked.answered > 0
