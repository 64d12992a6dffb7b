"""Keeping the position of each case: from its places, or else from its county."""

from collections.abc import Collection

from django.db import connection

from manumit.values.county_places import county_place

from .models import Case

HOME_ROLES = ("residence", "work")
"""Where somebody lives or works is on no map."""
CLEAR = "DELETE FROM cases_caseposition WHERE case_id = ANY(%s)"
FROM_PLACES = """
INSERT INTO cases_caseposition (case_id, opened_at, latitude, longitude)
SELECT DISTINCT ON (p.case_id) p.case_id, c.opened_at, p.latitude, p.longitude
FROM cases_caseplace p JOIN cases_case c ON c.id = p.case_id
WHERE p.case_id = ANY(%s) AND p.withdrawn_at IS NULL AND p.latitude IS NOT NULL AND p.role <> ALL(%s)
ORDER BY p.case_id, p.id
RETURNING case_id
"""
COUNTIES = """
SELECT id, opened_at, last_seen_county, last_seen_state FROM cases_case WHERE id = ANY(%s) AND last_seen_county <> ''
"""
FROM_COUNTIES = """
INSERT INTO cases_caseposition (case_id, opened_at, latitude, longitude)
SELECT * FROM unnest(%s::bigint[], %s::timestamptz[], %s::float[], %s::float[])
"""


def locate(kind: str, ids: Collection[int]) -> None:
    """Write the positions of the cases `ids` anew; other kinds have none."""
    if kind != Case.kind or not ids:
        return
    with connection.cursor() as cursor:
        cursor.execute(CLEAR, [list(ids)])
        cursor.execute(FROM_PLACES, [list(ids), list(HOME_ROLES)])
        placed = {case_id for (case_id,) in cursor.fetchall()}
        rest = [case_id for case_id in ids if case_id not in placed]
        if not rest:
            return
        cursor.execute(COUNTIES, [rest])
        named = [(case_id, opened_at, county_place(*where)) for case_id, opened_at, *where in cursor.fetchall()]
        found = [(case_id, at, county.latitude, county.longitude) for case_id, at, county in named if county]
        if found:
            cursor.execute(FROM_COUNTIES, [list(column) for column in zip(*found, strict=True)])
