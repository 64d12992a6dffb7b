"""Whether a tip is anonymous, and what history says of what is sealed: that it was, to who may read it, no more."""

import pytest

from manumit.modules.tips.actions.move_tip import move_tip
from manumit.modules.tips.actions.sealed_groups import record_giver
from manumit.modules.tips.models import Tip
from manumit.modules.tips.questions import history_of
from manumit.spine.access import find

from .conftest import GIVER, given

NAMES = {"name", "telephone", "email", "other", "headers"}
"""Any of these says who somebody is; the rest says how they are reached safely."""


@pytest.mark.parametrize("name", Tip.sealed_fields["giver"])
def test_a_tip_comes_anonymous_unless_it_says_who_gave_it(name, desk) -> None:
    told = given(desk, giver={name: "x"}.items())
    assert Tip.unscoped.get(number=told.number).anonymous is (name not in NAMES)


def sealed_in(actor, tip: Tip) -> list[set[str]]:
    """Return what of the giver each version of the history shows the actor, newest first."""
    found = find(actor, "read_summary", "tip", tip.number)
    steps = history_of(found)
    assert not any(words in str(steps) for words in ("Aunt May", "406 555", "aunt@example.org"))
    named = [{path for path in step.changes if path.startswith("giver.")} for step in steps]
    assert all(
        step.changes[path] == {"sealed": True} for step, paths in zip(steps, named, strict=True) for path in paths
    )
    return [{path.removeprefix("giver.") for path in paths} for paths in named]


def test_the_history_says_what_was_sealed_to_whom_may_read_it_alone(desk, alice, bob, dora) -> None:
    tip = Tip.unscoped.get(number=given(desk, giver=GIVER.items()).number)
    move_tip(
        alice, tip, "triage", expected_version=tip.version, answers={"priority": "high", "due_on": tip.opened_at.date()}
    )
    record_giver(alice, tip, {"email": "aunt@example.org"}, expected_version=tip.version)
    for reader in (alice, bob):
        assert sealed_in(reader, tip) == [{"email"}, set(), set(GIVER)]
    assert sealed_in(dora, tip) == [set(), set(), set()]
