"""A person files, joins or drops what the reader proposes; each is decided once."""

import pytest

from manumit.modules.action_plan.actions.decide_filing import accept_filing, drop_filing, join_filing
from manumit.modules.action_plan.actions.read_document import read_document
from manumit.modules.action_plan.models import Filing, Restatement
from manumit.modules.action_plan.refusing import Refused
from manumit.spine.access import Denied

TEXT = (
    b"---\ndate: '2024-02-14'\n---\n# Prevention\n\nThe Department of Labor will publish four surveys in the fall. "
    b"DHS will launch a system for $2 million. DHS will also open an office.\n"
)


@pytest.fixture
def document(sia, cora, dan, plan):
    return read_document(sia, "sheet.md", TEXT, {"title": "Fact sheet", "document_kind": "fact_sheet"}, plan=plan)


def filings(actor) -> list[Filing]:
    return list(Filing.objects.visible_to(actor).order_by("position"))


def test_a_proposal_becomes_a_commitment_of_its_agency(document, sia, cora) -> None:
    first = accept_filing(sia, document, filings(sia)[0])
    assert (first.agency_code, first.owner_id, first.title) == (
        "DOL",
        cora.agency_id,
        "Publish four surveys in the fall",
    )
    assert document.text[first.sentence_start :].startswith(first.sentence)
    assert first.due_on.isoformat() == "2024-12-21"
    assert filings(sia)[0].commitment_number == first.number


def test_a_restated_promise_is_joined_and_nonsense_dropped(document, commitment, sia) -> None:
    one, two, three = filings(sia)
    join_filing(sia, document, one, commitment)
    drop_filing(sia, document, two, "A description")
    assert Restatement.objects.visible_to(sia).get().commitment_id == commitment.pk
    with pytest.raises(Refused, match="meanwhile"):
        accept_filing(sia, document, one)
    with pytest.raises(Refused):
        drop_filing(sia, document, three, "")
    assert [each.decision for each in filings(sia)] == ["joined", "dropped", "open"]


def test_contacts_read_and_only_the_secretariat_decides(document, cora, charlie) -> None:
    assert len(filings(cora)) == 3
    assert filings(charlie) == []
    with pytest.raises(Denied):
        drop_filing(cora, document, filings(cora)[0], "no")


def test_a_file_is_read_once(document, sia) -> None:
    with pytest.raises(Refused, match=document.number):
        read_document(sia, "copy.md", TEXT, {"document_kind": "fact_sheet"})


def test_an_agency_whose_name_is_too_long_for_a_code_goes_by_its_great_letters(sia, plan) -> None:
    text = (
        b"# Prevention\n\nThe Ministry of Women and Children shall train leaders. The Ministry of Justice shall open "
        b"an office.\n\nThe Ministry of Women and Children shall publish a guide.\n"
    )
    document = read_document(sia, "plan.md", text, {"title": "A plan", "document_kind": "plan"}, plan=plan)
    found = [accept_filing(sia, document, each).agency_code for each in filings(sia)]
    assert found == ["MWC", "Ministry of Justice", "MWC"]
