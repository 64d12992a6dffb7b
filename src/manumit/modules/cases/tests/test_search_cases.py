"""Words find a case through what the asker may read of it, and nothing else; its document follows every change."""

from datetime import timedelta

import pytest
from django.db import connection
from django.http import QueryDict
from django.utils import timezone

from manumit.modules.cases import filters, questions
from manumit.modules.cases.actions.add_part import add_part
from manumit.modules.cases.actions.edit_case import edit_case
from manumit.modules.cases.actions.withdraw_part import withdraw_part
from manumit.modules.cases.models import PARTS, CaseDocument
from manumit.modules.cases.tests.test_parts_of_a_case import EXAMPLES
from manumit.spine.access import hits
from manumit.spine.records.releasing import Terms
from manumit.spine.search import documents
from manumit.spine.workflow.actions.release_record import release_record

BY = {"source": "Interview"}


@pytest.fixture(params=["looked up", "met in order"])
def plan(request, monkeypatch):
    """Both ways of looking find the same."""
    cost = -1.0 if request.param == "looked up" else float("inf")
    monkeypatch.setattr(hits.Sample, "found", lambda sample, limit, *, ordered: cost)


def found(actor, **asked):
    query = QueryDict(mutable=True)
    for name, value in asked.items():
        query.appendlist(name, value)
    narrowing = filters.parse(query)
    assert not narrowing.errors
    page = questions.list_cases(actor, narrowing)
    assert questions.count_cases(actor, narrowing).value == len(page.rows)
    return [case.number for case in page.rows]


@pytest.mark.usefixtures("plan")
@pytest.mark.parametrize(
    ("text", "hit"),
    [
        ("tallgrass", True),
        ("TALLGRASS rosa", True),
        ("tallg*", True),
        ("crow agency", True),
        ('"crow agency"', True),
        ("“crow agency”", True),
        ('"agency crow"', False),
        ("tallgrass billings", False),
        ("tallgrass -rosa", False),
        ("tallgrass -billings", True),
        ("horn", True),
    ],
)
def test_words_of_a_case(case, alice, text, hit):
    assert found(alice, text=text) == [case.number] * hit


@pytest.mark.usefixtures("plan")
def test_prose_is_found_in_any_form_and_names_without_accents(a_case, alice):
    case = a_case(
        ({"role": "missing", "family_name": "Peña-Ríos", "given_names": "Ana"},),
        circumstances="She was walking home from the stores.",
    )
    assert found(alice, text="walked store") == [case.number]
    assert found(alice, text="pena rios") == [case.number]


@pytest.mark.parametrize(("part", "text"), [
    ("features", "swallow"), ("vehicles", '"7A 1B2"'), ("events", "stores"), ("phones", "555-0100"), ("names", "moon"),
    ("traditional_names", "little star"), ("tribes", "stonewater"), ("offences", "kidnapped"),
])  # fmt: skip
def test_a_part_is_found_from_its_commit_until_it_is_withdrawn(case, alice, part, text):
    assert found(alice, text=text) == []
    row = add_part(alice, case, part, EXAMPLES[part], **BY)
    assert found(alice, text=text) == [case.number]
    withdraw_part(alice, row, expected_version=2, reason="Entered in error")
    assert found(alice, text=text) == []


def test_a_value_corrected_is_no_longer_found(case, alice):
    edit_case(alice, case, {"last_seen_city": "Lodge Grass"}, expected_version=1, **BY)
    assert found(alice, text="crow") == []
    assert found(alice, text="lodge") == [case.number]


@pytest.mark.usefixtures("plan")
def test_nobody_is_found_by_words_of_a_group_that_was_not_released(case, alice, sam, charlie):
    add_part(alice, case, "tribes", EXAMPLES["tribes"], **BY)
    assert found(charlie, text="horn") == []
    until = timezone.now() + timedelta(days=9)
    terms = Terms(charlie.agency_id, frozenset({"people"}), frozenset({"investigation"}), "Agreement", until)
    release_record(sam, case, terms)
    assert found(charlie, text="horn") == [case.number]
    assert found(charlie, text="tallgrass") == [case.number]
    for hidden in ("crow", "stonewater", "tallgrass crow", "tallgrass -rosa"):
        assert found(charlie, text=hidden) == []
    assert found(charlie, text="tallgrass -crow") == [case.number]


def test_names_forgive_spelling_and_reach_everybody_in_the_case(case, alice, charlie):
    add_part(alice, case, "names", {"name_type": "alias", "family_name": "Whitewillow"}, **BY)
    for name in ("Talgrass", "Rosa Tallgras", "whitewilow", "Tallgrass, Rosa"):
        assert found(alice, q=name) == [case.number], name
    assert found(alice, q="Featherstone") == []
    assert found(charlie, q="Tallgrass") == []


def test_every_part_is_searched_or_only_codes():
    from manumit.modules.cases.searching import PROSE, WORDS

    assert PARTS.keys() - WORDS.keys() - PROSE.keys() == {"remains"}


def test_documents_can_be_written_anew(case, alice):
    with connection.cursor() as cursor:
        cursor.execute("UPDATE cases_casedocument SET people = NULL")
    assert found(alice, text="tallgrass") == []
    assert list(documents.rebuild("case")) == [1]
    assert found(alice, text="tallgrass") == [case.number]
    assert CaseDocument.objects.visible_to(alice).count() == 1


def test_a_search_that_cannot_be_made_says_why():
    assert "at least one word" in str(filters.parse(QueryDict("text=-ford")).errors["text"])
