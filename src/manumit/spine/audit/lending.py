"""Reads of what one agency shows another: the leaf names the lender and what the read rests on.

Canonical JSON writes a quote inside a text as `\\"`, so `"lender":` stands in no leaf but by its own key.
"""

from collections.abc import Mapping
from typing import Any

from .models import Entry
from .questions import PAGE, Page, page_of

KEY = "lender"
LENDER = f"""(substring(detail from '"{KEY}":([0-9]{{1,18}})'))::bigint"""
NAMED = f"""strpos(detail, '"{KEY}":') > 0"""
INDEX = f"CREATE INDEX audit_entry_of_lender ON audit_entry (({LENDER}), id) WHERE {NAMED}"
OF_LENDER = f"{NAMED} AND {LENDER} = %s"


def reads_lent_by(agency_id: int, *, before: int | None = None, limit: int = PAGE) -> Page:
    """Return who read or took away what the agency showed others, newest first, by the index."""
    entries = Entry.objects.extra(where=[OF_LENDER], params=[agency_id])  # noqa: S610 - own text, the value bound
    return page_of(entries, before, limit)


def lent(lender_id: int, rests_on: Mapping[str, Any]) -> dict[str, Any]:
    """Return the detail of a leaf that says whose record was read, and by which releases or agreement."""
    return {KEY: lender_id, **rests_on}
