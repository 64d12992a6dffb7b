"""Counts beside a list are of the very cases the asker may see in it."""

from django.http import QueryDict

from manumit.modules.cases import filters, questions
from manumit.spine.access import pages


def facets(actor, asked=""):
    return questions.facets_of(actor, filters.parse(QueryDict(asked)))


def test_each_value_is_counted(a_case, alice):
    a_case(last_seen_state="MT", tribal_land="yes")
    a_case(last_seen_state="MT", case_type="homicide", missing_category="")
    a_case(last_seen_state="WY", missing_category="endangered", acute=True)
    found = facets(alice)
    assert (found.total, found.capped) == (3, False)
    assert found.counts["last_seen_state"] == {"MT": 2, "WY": 1}
    assert found.counts["case_type"] == {"missing": 2, "homicide": 1}
    assert found.counts["missing_category"] == {"": 2, "endangered": 1}
    assert found.counts["tribal_land"] == {"yes": 1, "unknown": 2}
    assert found.counts["acute"] == {"false": 2, "true": 1}
    assert facets(alice, "place=MT&text=tallgrass").counts["case_type"] == {"missing": 1, "homicide": 1}


def test_a_stranger_counts_nothing(case, charlie):
    assert facets(charlie).total == 0


def test_a_long_list_says_that_it_was_not_counted_whole(a_case, alice, monkeypatch):
    for _ in range(3):
        a_case()
    monkeypatch.setattr(pages, "FACET_CAP", 2)
    found = pages.facets(questions.Case.objects.get_queryset(), alice, ("state",), cap=2)
    assert (found.total, found.capped) == (2, True)


def test_the_page_links_each_value_to_the_narrower_list(case, alice, as_person):
    page = as_person(alice).get("/cases/narrow/?text=tallgrass").content.decode()
    assert "/cases/?text=tallgrass&amp;place=MT" in page
    assert "Montana" in page
