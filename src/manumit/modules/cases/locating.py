"""Keeping the position of each case: from its places, or else from its county."""

from collections.abc import Collection

from django.db import connection

from manumit.values.county_places import county_place

from .models import Case

HOME_ROLES = ("residence", "work")
"""Where somebody lives or works is on no map."""
CLEAR = "DELETE FROM cases_caseposition WHERE case_id = ANY(%s)"
FROM_PLACES = """
INSERT INTO cases_caseposition (case_id, latitude, longitude)
SELECT DISTINCT ON (case_id) case_id, latitude, longitude FROM cases_caseplace
WHERE case_id = ANY(%s) AND withdrawn_at IS NULL AND latitude IS NOT NULL AND role <> ALL(%s) ORDER BY case_id, id
RETURNING case_id
"""
COUNTIES = "SELECT id, last_seen_county, last_seen_state FROM cases_case WHERE id = ANY(%s) AND last_seen_county <> ''"
FROM_COUNTIES = """
INSERT INTO cases_caseposition (case_id, latitude, longitude)
SELECT * FROM unnest(%s::bigint[], %s::float[], %s::float[])
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
        named = [(case_id, county_place(county, state)) for case_id, county, state in cursor.fetchall()]
        found = [(case_id, county.latitude, county.longitude) for case_id, county in named if county]
        if found:
            cursor.execute(FROM_COUNTIES, [list(column) for column in zip(*found, strict=True)])
