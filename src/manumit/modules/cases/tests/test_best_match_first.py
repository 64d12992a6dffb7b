"""A search that leaves few cases shows the best answers first, judged by what the asker may read of each."""

from datetime import timedelta

import pytest
from django.http import QueryDict
from django.utils import timezone

from manumit.modules.cases import filters, questions, ranking
from manumit.modules.cases.actions.add_part import add_part
from manumit.modules.cases.tests.test_parts_of_a_case import EXAMPLES
from manumit.spine.access import BadKey
from manumit.spine.records.releasing import Terms
from manumit.spine.workflow.actions.release_record import release_record

BY = {"source": "Interview"}


def narrowed(**asked):
    query = QueryDict(mutable=True)
    query.update(asked)
    return filters.parse(query)


def numbers(actor, *, after="", limit=25, **asked):
    page = ranking.list_ranked(actor, narrowed(**asked), after=after, limit=limit)
    return [case.number for case in page.rows], page.next_key


@pytest.fixture
def three(a_case):
    """Rosa by name; one who knew a Rosa; one near Rosa Creek, told at length. The newest answers worst."""
    by_name = a_case(({"role": "missing", "family_name": "Yellowtail", "given_names": "Rosa"},))
    told = a_case(
        ({"role": "missing", "family_name": "Bird", "given_names": "Ana"},), circumstances="Left with a friend, Rosa."
    )
    walk = "She was walking along the road with two others, who turned back at the store after dark. " * 9
    at_length = a_case(
        ({"role": "missing", "family_name": "Bird", "given_names": "Eva"},), circumstances=f"{walk} Rosa creek."
    )
    return [case.number for case in (by_name, told, at_length)]


def test_a_name_answers_better_than_prose_and_short_better_than_long(three, alice):
    assert numbers(alice, text="rosa")[0] == three
    assert [case.number for case in questions.list_cases(alice, narrowed(text="rosa")).rows] == three[::-1]


def test_names_spelled_alike_come_by_likeness(a_case, alice):
    exact, near = (
        a_case(({"role": "missing", "family_name": name, "given_names": "Ana"},)).number
        for name in ("Tallgrass", "Tallgras")
    )
    assert numbers(alice, q="Tallgrass")[0] == [exact, near]
    assert numbers(alice, q="Tallgras")[0] == [near, exact]


def test_pages_continue_and_foreign_places_are_refused(three, alice):
    first, following = numbers(alice, text="rosa", limit=2)
    rest, end = numbers(alice, text="rosa", limit=2, after=following)
    assert ([*first, *rest], end) == (three, None)
    for after in ("~x", "~-1", "~9999", "abc", "~"):
        with pytest.raises(BadKey):
            ranking.list_ranked(alice, narrowed(text="rosa"), after=after)


def test_more_than_anyone_reads_stay_newest_first(three, alice, monkeypatch):
    monkeypatch.setattr(ranking, "MOST", 2)
    assert ranking.list_ranked(alice, narrowed(text="rosa")) is None


def test_what_may_not_be_read_moves_nothing(a_case, alice, sam, charlie):
    """Two cases released alike but for the tribes: what the hidden group says must not lift the one that says it."""
    hidden, plain = (
        a_case(({"role": "missing", "family_name": "Stonewater", "given_names": "Ana"},)) for _ in range(2)
    )
    for _ in range(3):
        add_part(alice, hidden, "tribes", EXAMPLES["tribes"], **BY)
    until = timezone.now() + timedelta(days=9)
    for case in (hidden, plain):
        terms = Terms(charlie.agency_id, frozenset({"people"}), frozenset({"investigation"}), "Agreement", until)
        release_record(sam, case, terms)
    assert numbers(alice, text="stonewater")[0] == [hidden.number, plain.number]
    assert numbers(charlie, text="stonewater")[0] == [plain.number, hidden.number]


def test_the_page_says_how_it_stands_in_order(three, as_person, alice):
    browser = as_person(alice)
    page = browser.get("/cases/?text=rosa").content.decode()
    assert [page.index(f"/cases/{number}/") for number in three] == sorted(
        page.index(f"/cases/{number}/") for number in three
    )
    assert "Best match first." in page
    assert "order=newest" in page
    newest = browser.get("/cases/?text=rosa&order=newest").content.decode()
    assert newest.index(three[2]) < newest.index(three[0])
    assert "Show the best match first" in newest
    assert "Best match" not in browser.get("/cases/").content.decode()
    assert browser.get("/cases/?text=rosa&after=~x").status_code == 302


def test_programs_ask_for_the_best_match(three, as_person, alice):
    browser = as_person(alice)
    answered = browser.get("/api/v1/cases/?text=rosa&order=match&limit=2").json()
    assert [line["number"] for line in answered["items"]] == three[:2]
    rest = browser.get("/api/v1/cases/", {"text": "rosa", "order": "match", "after": answered["next"]}).json()
    assert [line["number"] for line in rest["items"]] == three[2:]
    refused = browser.get("/api/v1/cases/?order=match")
    assert refused.status_code == 422
    assert f"at most {ranking.MOST}" in refused.content.decode()
