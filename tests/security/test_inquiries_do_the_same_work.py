"""The statements of an inquiry are planned so that a record which fits makes as little more work as can be."""

from itertools import product
from typing import Any

import pytest
from django.db import connection

from manumit.modules.cases.actions.match_inquiry import match_inquiry as match_cases
from manumit.modules.suspects.actions.match_inquiry import match_inquiry as match_suspects
from manumit.spine.records.askable import AskedFor, Question

from .inquiry_world import hold, member, question


@pytest.mark.django_db
def test_no_plan_walks_all_records_and_none_lists_all_releases() -> None:
    hold(member("owner", "Two"), "restricted")
    asker = member("asker", "One")
    for form, match in product(AskedFor, (match_cases, match_suspects)):
        for plan in plans(lambda form=form, match=match: match(asker, Question(**question(form, "restricted", 7)))):
            assert "Index Scan Backward" not in plan, (form, plan)
            assert "hashed SubPlan" not in plan, (form, plan)


def plans(work: Any) -> list[str]:
    """Return how the database goes about each search that the work makes."""
    seen: list[str] = []

    def explain(execute: Any, sql: str, params: Any, many: bool, context: Any) -> Any:
        if "access_release" in sql and sql.startswith("SELECT") and "LIMIT 200" in sql:
            with connection.connection.cursor() as cursor:
                cursor.execute("SET LOCAL enable_sort = off")  # a walk in order would be taken, if there were one
                cursor.execute(f"EXPLAIN {sql}", params)
                seen.append("\n".join(row[0] for row in cursor.fetchall()))
        return execute(sql, params, many, context)

    with connection.execute_wrapper(explain):
        work()
    assert seen
    return seen
