"""What a file said is found by words at once, the same as if each case had been written alone."""

from typing import Any

from django.db import connection

from manumit.modules.cases.models import CaseDocument
from manumit.spine.search import documents as words

from . import documents
from .conftest import Importing, missing


def written() -> list[tuple[Any, ...]]:
    return list(CaseDocument.unscoped.order_by("pk").values_list())


def test_written_together_or_alone_the_words_of_a_case_are_the_same(importing: Importing) -> None:
    rows = [{"Case Number": f"MP{number}", "City": f"Town {number}"} for number in range(500, 500 + words.MANY)]
    served = [documents.document(kind, number) for number in range(words.MANY) for kind in ("MP", "UP")]
    for content in (missing(*rows), documents.file(*served)):
        importing(content)
    together = written()
    assert len(together) == words.MANY * 3
    for pk, *_ in together:
        words.refresh("case", [pk])
    assert written() == together
    assert any("town" in str(values) for values in together)


def test_tables_that_have_no_statistics_yet_are_read_by_their_record_alone(importing: Importing) -> None:
    """The first import of an installation: read through a partial index of what stands, each row costs the table."""
    importing(missing(*({"Case Number": f"MP{number}"} for number in range(1000, 4000))))
    ids = [pk for pk, *_ in written()][-500:]
    found = words.searchable("case")
    assert found
    with connection.cursor() as cursor:
        cursor.execute(f"EXPLAIN {words._statement(found, words._empty(cursor, found, ids))}", [ids])
        plan = "\n".join(line for (line,) in cursor.fetchall())
    assert plan.count("Index Cond: (case_id = r.id)") == plan.count("SubPlan"), plan
    assert "BitmapAnd" not in plan, plan
