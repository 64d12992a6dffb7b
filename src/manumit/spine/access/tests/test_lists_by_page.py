"""Lists page by key through a union of scopes: each row once, in order, both ways, and only what may be read."""

from datetime import UTC, datetime, timedelta

import pytest
from django.db.models import Q
from django.utils import timezone

from manumit.spine.access import BadKey, Unreadable
from manumit.spine.access.models import Release

from .conftest import actor
from .papers import Leaf, Paper

START = datetime(2024, 1, 1, tzinfo=UTC)
FIELDS = {"kind": "paper", "purposes": ["investigation"], "authority": "letter"}


@pytest.fixture
def papers_of_two(paper, agencies) -> None:
    """30 papers of the first agency and 30 of the second, in turn, two on each moment."""
    for n in range(60):
        Paper.objects.create(
            number=f"P{n:03}", owner=agencies[n % 2], opened_at=START + timedelta(days=n // 2), title=f"t{n % 3}"
        )


def release(record, agency, groups=("summary",), **changes) -> Release:
    facts = {**FIELDS, "expires_at": timezone.now() + timedelta(days=1), **changes}
    return Release.objects.create(record_id=record.pk, agency=agency, groups=list(groups), **facts)


def walk(asker, **options) -> list[list[str]]:
    pages, key = [], None
    while True:
        page = Paper.objects.page(asker, after=key, limit=7, **options)
        pages.append([row.number for row in page.rows])
        if not page.next_key:
            return pages
        key = page.next_key


def test_pages_join_all_scopes_once_and_in_order(papers_of_two, agencies, alice) -> None:
    for number in ("P001", "P003", "P059"):
        release(Paper.unscoped.get(number=number), agencies[0])
    Paper.unscoped.filter(number__in=["P005", "P010"]).update(level="open")
    partner = actor(agencies[0], partner=True)
    walked = [number for page in walk(partner) for number in page]
    expected = Paper.objects.visible_to(partner).order_by("-opened_at", "-id")
    assert walked == [row.number for row in expected]
    assert len(walked) == 34


@pytest.mark.parametrize("told", ["all", "some", "none"])
def test_what_was_released_is_listed_once_and_in_order_both_ways(papers_of_two, agencies, told) -> None:
    """Whether or not the releases say when their record was opened, and however often it was released."""
    reader, papers = actor(agencies[2], person_id=9), list(Paper.unscoped.order_by("number"))
    for place, record in enumerate(papers[:40]):
        known = told == "all" or (told == "some" and place % 3)
        for _ in range(1 + place % 2):
            release(record, agencies[2], record_opened_at=record.opened_at if known else None)
    release(papers[50], agencies[2], record_opened_at=papers[50].opened_at, ended_at=START)
    release(papers[51], agencies[2], record_opened_at=papers[51].opened_at, expires_at=START)
    release(papers[52], agencies[2], record_opened_at=papers[52].opened_at, purposes=["audit"])
    expected = [f"P{n:03}" for n in reversed(range(40))]
    assert [number for page in walk(reader) for number in page] == expected
    upward = Paper.objects.page(reader, order=("opened_at", "id"), limit=100).rows
    assert [row.number for row in upward] == expected[::-1]
    third = Paper.objects.page(reader, after=Paper.objects.page(reader, limit=14).next_key, limit=7)
    back = Paper.objects.page(reader, before=third.previous_key, limit=7)
    assert [row.number for row in back.rows] == expected[7:14]
    tall = Paper.objects.page(reader, filters=Q(number__gte="P030"), limit=100).rows
    assert [row.number for row in tall] == expected[:10]
    assert Paper.objects.count_visible(reader).value == 40


def test_the_way_back_is_the_way_there(papers_of_two, alice) -> None:
    first = Paper.objects.page(alice, limit=10)
    second = Paper.objects.page(alice, after=first.next_key, limit=10)
    back = Paper.objects.page(alice, before=second.previous_key, limit=10)
    assert (first.previous_key, back.rows) == (None, first.rows)
    assert back.previous_key is None


def test_a_last_page_has_no_next_key(papers_of_two, alice) -> None:
    assert Paper.objects.page(alice, limit=30).next_key is None
    assert Paper.objects.page(alice, limit=29).next_key is not None


@pytest.mark.parametrize("key", ["", "x", "e30", "W10", "W251bGwsMV0", "WyJ4IiwgMV0", "////", "W1tdLCAxXQ", "é"])
def test_a_made_up_key_is_refused(papers_of_two, alice, key) -> None:
    if key:
        with pytest.raises(BadKey):
            Paper.objects.page(alice, after=key)


def test_a_filter_demands_its_own_group(papers_of_two, agencies, charlie) -> None:
    secret, told = Paper.unscoped.filter(owner=agencies[0], title="t0")[:2]
    release(secret, agencies[1])
    release(told, agencies[1], groups=("summary", "people"))
    found = Paper.objects.page(charlie, filters=Q(title="t0", owner=agencies[0]))
    assert [row.number for row in found.rows] == [told.number]
    assert Paper.objects.count_visible(charlie, filters=Q(title="t0", owner=agencies[0])).value == 1


def test_a_scope_filters_and_sorts_by_its_own_group_only(papers_of_two, alice) -> None:
    scope = Paper.objects.visible_to(alice)
    for rows in (
        scope.filter(title="t0"),
        scope.exclude(title="t0"),
        scope.order_by("-title"),
        scope.filter(~Q(title="t")),
    ):
        with pytest.raises(Unreadable, match="read_people"):
            list(rows)
        with pytest.raises(Unreadable, match="read_people"):
            rows.exclude(title="t1").count()
    assert Paper.objects.visible_to(alice, "read_people").filter(title="t0").count() == 10


def test_an_order_demands_its_own_group(papers_of_two, agencies, charlie) -> None:
    release(Paper.unscoped.filter(owner=agencies[0]).first(), agencies[1])
    assert len(Paper.objects.page(charlie, order=("title", "id"), limit=100).rows) == 30
    assert len(Paper.objects.page(charlie, limit=100).rows) == 31


def test_a_filter_through_a_relation_is_refused(papers_of_two, alice) -> None:
    with pytest.raises(ValueError, match="subquery"):
        Paper.objects.page(alice, filters=Q(leaves__name="x"))


def test_children_narrow_by_a_scoped_subquery(papers_of_two, alice, charlie) -> None:
    record = Paper.unscoped.get(number="P000")
    Leaf.objects.create(paper=record, name="x")
    for asker, expected in ((alice, 1), (charlie, 0)):
        named = Leaf.objects.visible_to(asker).filter(name="x").values("paper_id")
        assert len(Paper.objects.page(asker, filters=Q(pk__in=named)).rows) == expected


def test_rows_say_which_groups_are_readable(papers_of_two, agencies, charlie) -> None:
    record = Paper.unscoped.get(number="P000")
    release(record, agencies[1])
    rows = Paper.objects.page(charlie, limit=100, readable=("people", "secret")).rows
    assert {row.number: row.can_read_people for row in rows}["P000"] is False
    assert {row.number: row.can_read_people for row in rows}["P001"] is True
    assert not any(row.can_read_secret for row in rows)


def test_counts_stop_at_their_cap(papers_of_two, alice) -> None:
    assert Paper.objects.count_visible(alice) == Paper.objects.count_visible(alice, cap=30)
    capped = Paper.objects.count_visible(alice, cap=29)
    assert (capped.value, capped.capped) == (29, True)


def test_nobody_lists_nothing(papers_of_two) -> None:
    assert Paper.objects.page(None).rows == []
    assert Paper.objects.count_visible(None).value == 0


def test_values_rows_page_too(papers_of_two, alice) -> None:
    page = Paper.objects.all().values("id", "number", "opened_at").page(alice, limit=3)
    assert [row["number"] for row in page.rows] == ["P058", "P056", "P054"]
    assert page.next_key


def test_a_mixed_or_nullable_order_is_refused(papers_of_two, alice) -> None:
    for order in (("-opened_at", "id"), ("-level", "-id")):
        with pytest.raises(ValueError, match="Order"):
            Paper.objects.page(alice, order=order)


def test_one_query_a_page(papers_of_two, alice, django_assert_num_queries) -> None:
    with django_assert_num_queries(1):
        Paper.objects.page(alice, readable=("people",))
