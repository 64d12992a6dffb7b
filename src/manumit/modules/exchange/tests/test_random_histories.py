"""Random histories: nobody reads a group they may not, the log explains each read, and a fault is noticed."""

import pytest

from manumit.spine.access import releases, resting
from manumit.spine.access.compiler import sql
from manumit.spine.access.models import Release
from manumit.spine.records import releasing

from ..proofs.drill import drill
from .cases import with_cases

pytestmark = [pytest.mark.django_db, with_cases]


def test_histories_go_as_foretold() -> None:
    found = drill(60, seed=7)
    assert found.disagreement == ""
    assert (found.histories, found.steps) == (60, 360)
    assert {"release", "tick", "recall", "decide", "offer", "answer", "withdraw"} <= found.done.keys()
    assert found.reads > 20
    assert not Release.objects.exists(), "nothing of it stays"


def test_expiry_ignored_is_noticed(monkeypatch) -> None:
    monkeypatch.setattr(sql, "PROBE", sql.PROBE.replace("expires_at > %s", "%s IS NOT NULL"))
    assert drill(300, seed=11).disagreement


def test_expiry_ignored_by_facts_is_noticed(monkeypatch) -> None:
    monkeypatch.setattr(releases, "OF_ONE", releases.OF_ONE.replace("expires_at > %s", "%s IS NOT NULL"))
    assert drill(300, seed=12).disagreement


def test_a_recalled_row_let_through_is_noticed(monkeypatch) -> None:
    monkeypatch.setattr(releasing, "end", lambda actor, rows, because: list(rows))
    assert drill(300, seed=13).disagreement


def test_a_leaf_that_names_nothing_is_noticed(monkeypatch) -> None:
    monkeypatch.setattr(resting, "_releases", lambda actor, record, group: [])
    assert drill(100, seed=14).disagreement
