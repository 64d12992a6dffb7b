"""What must be true of the database after the last kill; every query returns what breaks the rule."""

from collections.abc import Sequence
from typing import Any

import psycopg
from django.db import connections

from manumit.project.database.address import Address

from .deeds import Ledger

WORDS = "SELECT m.text, t.number FROM tips_tipmessage m JOIN tips_tip t ON t.id = m.tip_id"
RULES = {
    "versions and leaves that do not answer each other": """
        SELECT record_id, verb, h.n, e.n FROM
          (SELECT record_id, verb, count(*) AS n FROM records_recordhistory WHERE kind = 'case' GROUP BY 1, 2) h
        FULL JOIN
          (SELECT record_id, verb, count(*) AS n FROM audit_entry WHERE kind = 'case'
             AND verb IN (SELECT verb FROM records_recordhistory WHERE kind = 'case') GROUP BY 1, 2) e
        USING (record_id, verb) WHERE h.n IS DISTINCT FROM e.n""",
    "a case without a leaf": """
        SELECT c.number FROM cases_case c WHERE NOT EXISTS (
          SELECT FROM audit_entry e WHERE e.kind = 'case' AND e.record_id = c.id)""",
    "a case whose versions have gaps": """
        SELECT c.number, c.version, count(h.id) FROM cases_case c
        LEFT JOIN records_recordhistory h ON h.kind = 'case' AND h.record_id = c.id
        GROUP BY c.id HAVING count(h.id) <> c.version OR max(h.version) <> c.version""",
    "a case with a name but nobody in it": """
        SELECT c.number FROM cases_case c WHERE c.subject_name <> ''
          AND NOT EXISTS (SELECT FROM cases_caseperson p WHERE p.case_id = c.id)""",
    "an imported case without its number or person": """
        SELECT c.number FROM cases_case c WHERE c.origin LIKE 'import%%' AND (
          NOT EXISTS (SELECT FROM cases_outsidenumber n WHERE n.case_id = c.id)
          OR NOT EXISTS (SELECT FROM cases_caseperson p WHERE p.case_id = c.id))""",
    "a tip whose versions and leaves do not answer each other": """
        SELECT record_id, verb, h.n, e.n FROM
          (SELECT record_id, verb, count(*) AS n FROM records_recordhistory WHERE kind = 'tip' GROUP BY 1, 2) h
        FULL JOIN
          (SELECT record_id, verb, count(*) AS n FROM audit_entry WHERE kind = 'tip' GROUP BY 1, 2) e
        USING (record_id, verb) WHERE h.n IS DISTINCT FROM e.n""",
    "a tip without its key, or whose giver was not sealed": """
        SELECT t.number FROM tips_tip t WHERE NOT EXISTS (SELECT FROM tips_tipkey k WHERE k.tip_id = t.id)
          OR NOT EXISTS (SELECT FROM records_sealedvalue s WHERE s.kind = 'tip' AND s.record_id = t.id)""",
    "a tip or word kept twice": """
        SELECT what, count(*) FROM tips_tip GROUP BY 1 HAVING count(*) > 1
        UNION ALL SELECT text, count(*) FROM tips_tipmessage GROUP BY 1 HAVING count(*) > 1""",
    "a request without a leaf, or whose versions have gaps": """
        SELECT r.number, r.version, count(h.id) FROM continued_presence_presencerequest r
        LEFT JOIN records_recordhistory h ON h.kind = 'presence_request' AND h.record_id = r.id
        GROUP BY r.id HAVING count(h.id) <> r.version OR max(h.version) <> r.version OR NOT EXISTS (
          SELECT FROM audit_entry e WHERE e.kind = 'presence_request' AND e.record_id = r.id)""",
    "a deed done twice": """
        SELECT circumstances, count(*) FROM cases_case WHERE origin = 'entered' AND circumstances <> ''
        GROUP BY circumstances HAVING count(*) > 1""",
}


def broken_rules() -> list[str]:
    """Return a line for each rule that does not hold, with the first rows that break it."""
    found = [(name, _rows(sql)) for name, sql in RULES.items()]
    return [f"{name}: {len(rows)}, such as {rows[:3]}" for name, rows in found if rows]


def lost(ledger: Ledger) -> list[str]:
    """Return the acknowledged deeds that do not stand."""
    cases = {str(key): str(number) for key, number in _rows("SELECT circumstances, number FROM cases_case")}
    gone = [f"opened {number}" for key, number in ledger.opened.items() if cases.get(key) != number]
    written = {(number, version): county for number, version, county in _rows(COUNTIES)}
    gone += [f"edited {each}" for each in ledger.done if written.get((each.number, each.version)) != each.county]
    tips = {str(key): str(number) for key, number in _rows("SELECT what, number FROM tips_tip")}
    gone += [f"tip {number}" for key, number in ledger.tips.items() if tips.get(key) != number]
    words = {str(text): str(number) for text, number in _rows(WORDS)}
    return gone + [f"word of {number}" for text, number in ledger.words.items() if words.get(text) != number]


def imported() -> int:
    """Return how many cases came by import."""
    return int(_rows("SELECT count(*) FROM cases_case WHERE origin LIKE 'import%%'")[0][0])


def all_sealed(database: Address) -> bool:
    """Return whether every entry of the log has its place in the tree; not while the database does not answer."""
    try:
        with psycopg.connect(database.conninfo) as connection:
            return connection.execute(UNSEALED).fetchone() == (0,)
    except psycopg.OperationalError:
        return False


UNSEALED = """
SELECT count(*) FROM audit_entry WHERE id > (SELECT coalesce(max(entry_id), 0) FROM audit_leaf)
"""
COUNTIES = """
SELECT c.number, h.version, h.changes #>> '{last_seen_county,to}' FROM cases_case c
JOIN records_recordhistory h ON h.kind = 'case' AND h.record_id = c.id WHERE h.changes ? 'last_seen_county'
"""


def _rows(sql: str) -> Sequence[Any]:
    with connections["owner"].cursor() as cursor:
        cursor.execute(sql.replace("%%", "%"))
        return cursor.fetchall()
