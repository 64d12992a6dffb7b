"""A kept search is its person's own, looks with what they may see today, and tells of each new case once."""

from datetime import timedelta

import pytest
from django.utils import timezone

from manumit.spine.access import Hidden
from manumit.spine.records.releasing import Terms
from manumit.spine.workflow.actions.release_record import release_record
from manumit.spine.workflow.actions.remove_search import remove_search
from manumit.spine.workflow.actions.save_search import save_search
from manumit.spine.workflow.jobs import tell_of_searches
from manumit.spine.workflow.models import Notice, SavedSearch
from manumit.spine.workflow.refusing import Refused


def kept(actor, query="type=missing&text=tallgrass", *, tells=True):
    return save_search(actor, kind="case", title="Tallgrass", query=query, tells=tells)


def told(actor):
    return [each.record_number for each in Notice.objects.visible_to(actor).filter(event="search_found")]


def test_new_cases_are_told_once(a_case, bob):
    a_case()
    kept(bob)
    tell_of_searches()
    assert told(bob) == []
    new = a_case()
    a_case(case_type="homicide")
    tell_of_searches()
    tell_of_searches()
    assert told(bob) == [new.number]


def test_nobody_is_told_of_what_they_may_not_see(a_case, sam, charlie):
    kept(charlie, "type=missing")
    hidden, shown = a_case(), a_case()
    until = timezone.now() + timedelta(days=9)
    release_record(sam, shown, Terms(charlie.agency_id, frozenset({"place"}), frozenset({"investigation"}), "A", until))
    tell_of_searches()
    assert told(charlie) == [shown.number]
    assert hidden.number not in told(charlie)


def test_one_that_does_not_tell_is_silent(a_case, bob):
    kept(bob, tells=False)
    a_case()
    tell_of_searches()
    assert told(bob) == []


def test_it_is_kept_without_its_page_and_removed_by_its_person_alone(alice, bob):
    search = kept(bob, "type=missing&after=abc&box=1,2,3,4")
    assert search.query == "type=missing"
    with pytest.raises(Hidden):
        remove_search(alice, search.pk)
    remove_search(bob, search.pk)
    assert not SavedSearch.objects.exists()


@pytest.mark.parametrize("wrong", [{"kind": "truck"}, {"title": " "}, {"query": "text=" + "x" * 2000}])
def test_what_cannot_be_kept_says_why(bob, wrong):
    with pytest.raises(Refused):
        save_search(bob, **{"kind": "case", "title": "x", "query": "", "tells": False, **wrong})


def test_by_hand(a_case, bob, charlie, as_person):
    browser = as_person(bob)
    asked = browser.get("/searches/case/save/?type=missing").content.decode()
    assert "Missing person" in asked
    answer = browser.post("/searches/case/save/?type=missing", {"title": "All missing", "tells": "on"}, follow=True)
    assert "All missing" in answer.content.decode()
    a_case()
    assert "One record was opened" in browser.get("/searches/").content.decode()
    assert "All missing" not in as_person(charlie).get("/searches/").content.decode()
    assert as_person(charlie).post(f"/searches/{SavedSearch.objects.get().pk}/remove/").status_code == 404
    browser.post(f"/searches/{SavedSearch.objects.get().pk}/remove/")
    assert not SavedSearch.objects.exists()
