"""Protected rows cannot be read, counted, changed or joined without saying who asks."""

import pytest
from django.db.models import Count, Exists, OuterRef, Prefetch, Subquery
from django.utils import timezone

from manumit.spine.access import Unscoped

from .papers import Leaf, Paper

pytestmark = pytest.mark.usefixtures("paper")


@pytest.fixture
def one(agencies, paper) -> Paper:
    record = Paper.objects.create(number="P1", owner=agencies[0], opened_at=timezone.now())
    Leaf.objects.create(paper=record, name="first")
    return record


WAYS = {
    "fetch": list,
    "length": len,
    "truth": bool,
    "slice": lambda rows: list(rows[:1]),
    "index": lambda rows: rows[0],
    "iterator": lambda rows: list(rows.iterator()),
    "count": lambda rows: rows.count(),
    "exists": lambda rows: rows.exists(),
    "aggregate": lambda rows: rows.aggregate(Count("pk")),
    "get": lambda rows: rows.get(number="P1"),
    "first": lambda rows: rows.first(),
    "latest": lambda rows: rows.latest("opened_at"),
    "in_bulk": lambda rows: rows.in_bulk([1]),
    "values": lambda rows: list(rows.values("number")),
    "dates": lambda rows: list(rows.datetimes("opened_at", "day")),
    "contains": lambda rows: rows.contains(Paper(pk=1)),
    "update": lambda rows: rows.update(level="open"),
    "bulk_update": lambda rows: rows.bulk_update([Paper(pk=1, level="open")], ["level"]),
    "delete": lambda rows: rows.delete(),
    "explain": lambda rows: rows.explain(),
    "get_or_create": lambda rows: rows.get_or_create(number="P1"),
    "raw": lambda rows: list(rows.raw("SELECT * FROM access_tests_paper")),
    "subquery": lambda rows: list(Leaf.unscoped.filter(paper__in=rows)),
    "subquery of values": lambda rows: list(Leaf.unscoped.filter(paper__in=rows.values("pk"))),
    "exists subquery": lambda rows: list(Leaf.unscoped.filter(Exists(rows.filter(pk=OuterRef("paper"))))),
    "scalar subquery": lambda rows: list(Leaf.unscoped.annotate(x=Subquery(rows.values("number")[:1]))),
    "union": lambda rows: list(Paper.unscoped.values("pk").union(rows.values("pk"))),
}


@pytest.mark.parametrize("way", WAYS)
def test_every_way_to_run_a_query_needs_a_scope(one, way) -> None:
    with pytest.raises(Unscoped, match=r"visible_to\(actor"):
        WAYS[way](Paper.objects.all())


@pytest.mark.parametrize("way", ["fetch", "count", "exists", "delete"])
def test_base_manager_needs_a_scope(one, way) -> None:
    with pytest.raises(Unscoped):
        WAYS[way](Paper._base_manager.all())


def test_a_scope_on_one_side_does_not_cover_the_other(one, alice) -> None:
    for combined in (
        lambda: Paper.objects.visible_to(alice) | Paper.objects.all(),
        lambda: Paper.objects.all() | Paper.objects.visible_to(alice),
        lambda: Paper.objects.visible_to(alice) ^ Paper.objects.all(),
        lambda: Paper.objects.visible_to(alice).union(Paper.objects.all()),
    ):
        with pytest.raises(Unscoped):
            list(combined())


def test_forward_relation_needs_a_scope(one) -> None:
    leaf = Leaf.unscoped.get()
    with pytest.raises(Unscoped):
        _ = leaf.paper


def test_forward_relation_fetched_with_the_scoped_row_is_there(one, alice) -> None:
    assert Leaf.objects.visible_to(alice).select_related("paper").get().paper == one


def test_reverse_relation_needs_a_scope(one, alice) -> None:
    with pytest.raises(Unscoped):
        list(one.leaves.all())
    assert one.leaves.visible_to(alice).count() == 1


def test_prefetch_needs_a_scope(one, alice) -> None:
    papers = Paper.objects.visible_to(alice)
    with pytest.raises(Unscoped):
        list(papers.prefetch_related("leaves"))
    prefetched = papers.prefetch_related(Prefetch("leaves", Leaf.objects.visible_to(alice)))
    assert [leaf.name for leaf in prefetched.get().leaves.all()] == ["first"]


def test_an_instance_in_hand_saves_and_refreshes_itself(one, django_assert_num_queries) -> None:
    one.level = "open"
    with django_assert_num_queries(1):
        one.save(update_fields=["level"])
    one.level = "restricted"
    one.refresh_from_db()
    assert one.level == "open"
    with pytest.raises(Unscoped):
        one.delete()


def test_a_deferred_field_loads(one, alice) -> None:
    assert Paper.objects.visible_to(alice).only("number").get().level == "restricted"


def test_the_unscoped_manager_deletes(one) -> None:
    Leaf.unscoped.filter(paper=one).delete()
    Paper.unscoped.filter(pk=one.pk).delete()
    assert not Paper.unscoped.exists()


def test_nobody_sees_nothing_without_asking_the_database(one, django_assert_num_queries) -> None:
    with django_assert_num_queries(0):
        assert list(Paper.objects.visible_to(None)) == []


def test_a_lock_and_an_update_keep_the_scope(one, alice, charlie) -> None:
    assert Paper.objects.visible_to(alice, "edit").select_for_update().get() == one
    assert Paper.objects.visible_to(charlie, "edit").update(level="open") == 0
    assert Paper.objects.visible_to(alice, "edit").update(level="open") == 1
