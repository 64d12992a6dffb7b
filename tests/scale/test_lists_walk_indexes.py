"""Lists of many cases touch a page's worth of rows, whoever asks and however deep: read from EXPLAIN ANALYZE."""

import json
from collections.abc import Iterator
from functools import partial

import pytest
from django.db import connection
from django.db.models import Q

from manumit.modules.cases.models import Case
from manumit.project.command.source_tree import from_source_tree

ROWS = 1_000_000
TOUCHED = 600
"""Most rows of cases a page may read, filtered ones included: two scopes of 26, and 50 releases, some of them twice."""
COUNTED = 12_000
"""Most rows a count to 1,000 may read: where a fifth is open it rightly reads the table until it has 1,001 of them."""
SCAN = "Seq Scan of cases"


@pytest.mark.committed
def test_every_list_walks_its_indexes() -> None:
    world = from_source_tree("benchmarks.access.world").build(ROWS)
    measure = from_source_tree("benchmarks.access.measure")
    for name, actor in world.actors.items():
        first = measure.page(actor)
        lists = {
            "first page": partial(measure.page, actor),
            "second page": partial(measure.page, actor, first),
            "page after 5,000": partial(measure.page, actor, measure.page(actor, limit=5000) or first),
            "filtered page": partial(Case.objects.page, actor, filters=Q(state="active")),
        }
        for what, call in lists.items():
            assert _faults_of(call, TOUCHED) == [], f"{name}, {what}"
        counted = _faults_of(partial(Case.objects.count_visible, actor), COUNTED)
        assert [fault for fault in counted if fault != SCAN] == [], f"{name}, count"


RECEIVED = 5_000


@pytest.mark.committed
def test_who_was_released_much_reads_a_page_of_it() -> None:
    """An agency to which thousands of cases were released reads as little for a page as one to which fifty were."""
    scene = from_source_tree("benchmarks.access.world")
    world, measure = scene.build(ROWS), from_source_tree("benchmarks.access.measure")
    receiver = scene.receiver(RECEIVED)
    first = measure.page(receiver)
    for what, after in {"first page": None, "second page": first, "deep": measure.page(receiver, limit=2500)}.items():
        assert _faults_of(partial(measure.page, receiver, after), 100) == [], what
    assert _faults_of(partial(measure.page, world.stranger), TOUCHED) == []


def test_the_check_notices_a_scan(db) -> None:
    assert _faults({"Node Type": "Seq Scan", "Relation Name": "cases_case", "Actual Rows": 1, "Actual Loops": 1}, 9)
    assert _faults({"Node Type": "Sort", "Actual Rows": 10, "Actual Loops": 1}, 9)
    scan = {"Node Type": "Index Scan", "Relation Name": "cases_case", "Rows Removed by Filter": 9, "Actual Rows": 1}
    assert _faults({**scan, "Actual Loops": 1}, 9)
    assert not _faults({**scan, "Actual Loops": 1}, 10)


def _faults_of(call, most: int) -> list[str]:
    """Return what is wrong with the plans of the queries that `call` runs."""
    queries: list[tuple[str, tuple]] = []

    def keep(execute, sql, params, many, context):
        queries.append((sql, params))
        return execute(sql, params, many, context)

    with connection.execute_wrapper(keep):
        call()
    assert queries
    return [fault for query in queries for fault in _faults(_plan(*query), most)]


def _plan(sql: str, params) -> dict:
    with connection.cursor() as cursor:
        cursor.execute(f"EXPLAIN (ANALYZE, FORMAT JSON) {sql}", params)
        found = cursor.fetchone()[0]
    return (json.loads(found) if isinstance(found, str) else found)[0]["Plan"]


def _faults(plan: dict, most: int) -> list[str]:
    nodes = list(_nodes(plan))
    cases = [node for node in nodes if node.get("Relation Name") == "cases_case"]
    read = sum(_rows(node) for node in cases)
    faults = [SCAN for node in cases if node["Node Type"] == "Seq Scan"]
    faults += [f"sort of {_rows(node)} rows" for node in nodes if "Sort" in node["Node Type"] and _rows(node) > most]
    return faults + ([f"{read} rows of cases read"] if read > most else [])


def _rows(node: dict) -> int:
    each = node["Actual Rows"] + node.get("Rows Removed by Filter", 0)
    return round(each * node["Actual Loops"])


def _nodes(plan: dict) -> Iterator[dict]:
    yield plan
    for inner in plan.get("Plans", []):
        yield from _nodes(inner)
