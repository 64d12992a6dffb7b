"""Random histories: nobody reads a group they may not, the log explains each read, and a fault is noticed."""

import pytest

from manumit.spine.access import kinds, nations, releases, resting
from manumit.spine.access.actors import actor_for
from manumit.spine.access.compiler import sql
from manumit.spine.access.models import Release
from manumit.spine.records import following, releasing
from manumit.spine.records.releasable import releasable

from .. import questions
from ..actions import follow_request, keep_to_nation, show_on
from ..models import ReleaseRequest
from ..proofs import walk
from ..proofs.drill import drill
from ..proofs.model import Model
from .cases import with_cases

pytestmark = [pytest.mark.django_db, with_cases]
DEEDS = {
    "release", "recall", "show_on", "offer", "pass_on", "ask", "reply", "belongs", "tick", "decide", "withdraw",
}  # fmt: skip


def test_histories_go_as_foretold() -> None:
    found = drill(100, steps=6, seed=7, records=25)
    assert found.disagreement == ""
    assert (found.histories, found.worlds, found.steps) == (100, 4, 100 * 6 * 2)
    assert found.done.keys() >= DEEDS
    assert found.reads > 20
    assert not Release.objects.exists(), "nothing of it stays"


def faulty(seed: int, *, steps: int = 5) -> str:
    """Return what a drill of a few worlds notices."""
    return drill(400, steps=steps, seed=seed, records=40).disagreement


def test_expiry_ignored_is_noticed(monkeypatch) -> None:
    monkeypatch.setattr(sql, "PROBE", sql.PROBE.replace("expires_at > %s", "%s IS NOT NULL"))
    assert faulty(11)


@pytest.mark.parametrize("words", ["OF_ONE", "OF_MANY"])
def test_expiry_ignored_by_facts_is_noticed(monkeypatch, words) -> None:
    wrong = getattr(releases, words).replace("expires_at > %s", "%s IS NOT NULL")
    monkeypatch.setattr(releases, words, wrong)
    assert faulty(12)


def test_a_recalled_row_let_through_is_noticed(monkeypatch) -> None:
    monkeypatch.setattr(releasing, "end", lambda actor, rows, *why: list(rows))
    assert faulty(13)


def test_a_leaf_that_names_nothing_is_noticed(monkeypatch) -> None:
    monkeypatch.setattr(resting, "_releases", lambda actor, record, group: [])
    assert faulty(14)


def test_a_nation_not_heard_is_noticed(monkeypatch) -> None:
    monkeypatch.setattr(keep_to_nation, "keep", lambda *args: None)
    assert faulty(15)


def test_a_release_that_asks_no_nation_is_noticed(monkeypatch) -> None:
    monkeypatch.setattr(nations, "word", lambda *args, **named: nations.Word(True))
    assert faulty(16)


def test_a_record_that_is_said_to_be_of_a_nation_unheard_is_noticed(monkeypatch) -> None:
    monkeypatch.setattr(following, "_followers", [])
    assert faulty(17)


def test_an_offer_of_who_owns_it_no_more_is_noticed(monkeypatch) -> None:
    monkeypatch.setattr(walk, "OWN", ("ask", "offer", "offer"))
    monkeypatch.setattr(walk, "SHARED", ("decide",))  # days that pass end most requests before a transfer is accepted
    monkeypatch.setattr(follow_request, "_record", _whatever)
    monkeypatch.setattr(follow_request, "_giver", lambda request, record: actor_for(request.offered_by_id, "records"))
    assert faulty(18, steps=9)


def test_an_answer_past_its_day_is_noticed(monkeypatch) -> None:
    monkeypatch.setattr(walk, "OWN", ("ask",))
    monkeypatch.setattr(ReleaseRequest, "waits", lambda request, today: True)
    assert faulty(19)


def test_more_given_than_was_offered_is_noticed(monkeypatch) -> None:
    monkeypatch.setattr(walk, "OWN", ("ask",))
    monkeypatch.setattr(follow_request, "groups_of", lambda pairs, kind: frozenset(releasable(kind).groups))
    assert faulty(20)


def test_what_anybody_shows_on_is_noticed(monkeypatch) -> None:
    monkeypatch.setattr(walk, "OWN", ("release", "release", "show_on", "show_on"))
    monkeypatch.setattr(show_on, "find", lambda actor, *named: None)
    monkeypatch.setattr(questions, "first_hand", lambda actor, record, key: Release.objects.get(pk=key))
    assert faulty(21)


def test_what_is_shown_on_and_outlives_the_first_is_noticed(monkeypatch) -> None:
    monkeypatch.setattr(walk, "OWN", ("release", "release", "show_on", "show_on", "recall"))
    monkeypatch.setattr(Model, "_end_what_was_shown_on", lambda model, record: None)
    monkeypatch.setattr(walk, "SHARED", ("decide",))
    assert faulty(22), "the model is what is wrong here: the product ends what was shown on"


def _whatever(request):
    """Return the record of a request, whoever owns it now."""
    return kinds.get(request.record_kind).model_class.unscoped.get(pk=request.record_id)
