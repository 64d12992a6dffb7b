"""The reader finds the commitments of the two documents of 2024 as people did before it was written."""

import os
from pathlib import Path

import pytest

from manumit.modules.action_plan.reading import open_document, propose

from .measuring import compare, truth

ROOT = Path(__file__).resolve().parents[6]
SOURCES = Path(os.environ.get("MANUMIT_SHARED", ROOT.parent / "shared")) / "sources"
DOCUMENTS = {"fact-sheet": "pitf-2024-fact-sheet.txt", "statement": "pitf-2024-state-department.txt"}


@pytest.fixture(scope="module")
def measured():
    assert SOURCES.is_dir(), f"{SOURCES} is not there: set MANUMIT_SHARED to the folder that holds sources/"
    table = Path(__file__).with_name("truth_2024.csv")
    return [compare(truth(table, name), propose(open_document(SOURCES / file))) for name, file in DOCUMENTS.items()]


def test_nine_of_ten_are_found_and_four_of_five_proposals_are_right(measured) -> None:
    found, missed, extra = (sum(len(getattr(each, part)) for each in measured) for part in ("found", "missed", "extra"))
    assert found + missed == 49
    assert found / (found + missed) >= 0.90, [row["opening"] for each in measured for row in each.missed]
    assert found / (found + extra) >= 0.80, [each.sentence for one in measured for each in one.extra]


def test_agency_and_pillar_are_right(measured) -> None:
    found, wrong = sum(len(each.found) for each in measured), [pair for each in measured for pair in each.wrong]
    assert len(wrong) <= 0.05 * found, [(row["opening"], match.agencies, match.pillar) for row, match in wrong]


@pytest.mark.parametrize("field", ["due", "amount", "tense"])
def test_what_is_said_of_a_commitment_is_read_too(measured, field: str) -> None:
    pairs = [(row, match) for each in measured for row, match in each.found]
    right = [str(getattr(match, field) or "") == row[field] for row, match in pairs]
    wrong = [
        (row["opening"], row[field], getattr(match, field))
        for (row, match), is_ in zip(pairs, right, strict=True)
        if not is_
    ]
    assert sum(right) / len(right) >= 0.95, wrong


def test_each_proposal_stands_word_for_word_where_it_says() -> None:
    for file in DOCUMENTS.values():
        document = open_document(SOURCES / file)
        for each in propose(document):
            assert document.text[each.start : each.end] == each.sentence
            assert each.start <= each.deed_start < each.deed_end <= each.end
            assert each.object in each.sentence
