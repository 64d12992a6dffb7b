"""What a complete file no longer lists needs review; nothing is deleted, and nothing is judged without the word."""

from __future__ import annotations

import io

import pytest

from manumit.modules.cases.actions.review_unlisted import review_unlisted
from manumit.modules.cases.importing import vanishing
from manumit.modules.cases.importing.run import Run
from manumit.modules.cases.models import Case, FeedEntry
from manumit.modules.cases.tests.conftest import as_person
from manumit.spine.audit.models import Entry
from manumit.spine.identity.actor import Actor

from .conftest import TODAY, missing, remains
from .documents import document, file

SIGNED_IN = as_person.__wrapped__()  # type: ignore[attr-defined] # pytest keeps the function beside the fixture
THREE = [{"Case Number": f"MP{number}"} for number in (1, 2, 3)]


def complete(actor: Actor, *contents: bytes, states: tuple[str, ...] = (), dry_run: bool = False) -> vanishing.Found:
    run = Run(actor, TODAY, lambda refusal: None, dry_run=dry_run)
    run.presence.wanted = True
    for content in contents:
        run.read(io.BytesIO(content), "a.csv")
    return vanishing.mark(actor, run.presence, frozenset(states), dry_run=dry_run)


def vanished() -> list[str]:
    entries = FeedEntry.unscoped.exclude(vanished_at=None).order_by("pk")
    return list(entries.values_list("case__outside_numbers__value", flat=True))


def test_a_case_no_longer_listed_is_marked_once_with_its_leaf_and_kept(alice: Actor) -> None:
    assert complete(alice, missing(*THREE)).vanished == 0
    assert complete(alice, missing(*THREE[:2])).vanished == 1
    assert vanished() == ["MP3"]
    assert Case.unscoped.count() == 3
    assert Entry.objects.filter(verb="case.import.vanish").count() == 1
    assert complete(alice, missing(*THREE[:2])).vanished == 0


def test_nothing_vanishes_from_a_file_not_declared_complete(alice: Actor) -> None:
    complete(alice, missing(*THREE))
    Run(alice, TODAY, lambda refusal: None).read(io.BytesIO(missing(*THREE[:1])), "a.csv")
    assert vanished() == []


def test_a_dry_run_counts_and_marks_nothing(alice: Actor) -> None:
    complete(alice, missing(*THREE))
    assert complete(alice, missing(*THREE[:1]), dry_run=True).vanished == 2
    assert vanished() == []


def test_listed_again_it_is_back(alice: Actor) -> None:
    for rows in (THREE, THREE[:2], THREE):
        complete(alice, missing(*rows))
    assert vanished() == []


@pytest.mark.parametrize(
    "other",
    [
        missing({"Case Number": "MP9", "State": "ID"}),
        remains({"Case": "UP9"}),
        file(document("MP", 9)),
    ],
    ids=["state", "kind", "layout"],
)
def test_another_feed_says_nothing_about_this_one(alice: Actor, other: bytes) -> None:
    complete(alice, missing(*THREE))
    assert complete(alice, other).vanished == 0


def test_a_refused_row_lists_its_case(alice: Actor) -> None:
    complete(alice, missing(*THREE))
    assert complete(alice, missing(*THREE[:2], {**THREE[2], "DLC": "soon"})).vanished == 0


def test_nothing_is_judged_where_a_row_might_be_any_case(alice: Actor) -> None:
    complete(alice, missing(*THREE))
    found = complete(alice, missing(*THREE[:2]) + b"MP3,too,short\r\n")
    assert (found.vanished, len(found.not_judged)) == (0, 1)
    assert "a refused row may be any case" in found.not_judged[0]


def test_a_file_of_several_states_counts_for_those_named(alice: Actor) -> None:
    mixed = [*THREE, {"Case Number": "MP4", "State": "ID"}, {"Case Number": "MP5", "State": "ID"}]
    complete(alice, missing(*mixed))
    unnamed = complete(alice, missing(*mixed[:2], mixed[3]))
    assert (unnamed.vanished, vanished()) == (0, [])
    assert "--state CODE" in unnamed.not_judged[0]
    assert complete(alice, missing(*mixed[:2], mixed[3]), states=("ak",)).vanished == 1
    assert vanished() == ["MP3"]


def test_a_case_that_moved_to_another_state_is_still_listed(alice: Actor) -> None:
    complete(alice, missing(*THREE))
    moved = {**THREE[2], "State": "ID", "Date Modified": "09/01/2025"}
    assert complete(alice, missing(*THREE[:2]), missing(moved)).vanished == 0


def test_two_agencies_do_not_judge_each_others(alice: Actor, bob: Actor) -> None:
    complete(alice, missing(*THREE))
    complete(bob, missing(*THREE))
    assert complete(bob, missing(*THREE[:1])).vanished == 2
    assert not FeedEntry.unscoped.filter(case__owner_id=alice.agency_id).exclude(vanished_at=None).exists()


def test_the_page_of_the_case_says_that_it_needs_review_until_somebody_looked(alice: Actor, bob: Actor) -> None:
    for rows in (THREE, THREE[:2]):
        complete(alice, missing(*rows))
    gone, listed = Case.unscoped.get(outside_numbers__value="MP3"), Case.unscoped.get(outside_numbers__value="MP2")
    browser = SIGNED_IN(alice)
    page = browser.get(f"/cases/{gone.number}/")
    assert page.context["missed"]["feed"] == "NamUs table"
    assert f"/cases/{gone.number}/unlisted/" in page.content.decode()
    assert browser.get(f"/cases/{listed.number}/").context["missed"] is None
    assert SIGNED_IN(bob).get(f"/cases/{gone.number}/").status_code == 404
    review_unlisted(alice, gone, reason="Left out by mistake")
    assert browser.get(f"/cases/{gone.number}/").context["missed"] is None
