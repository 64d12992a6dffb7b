"""What a file said is found by words at once, the same as if each case had been written alone."""

from typing import Any

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
