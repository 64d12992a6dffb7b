"""Who did what with a record, and who looked."""

import pytest
from django.contrib.auth import get_user_model

from manumit.spine import audit
from manumit.spine.audit import questions
from manumit.spine.identity.actor import Actor
from manumit.spine.identity.models import Agency


@pytest.fixture
def bob(db) -> Actor:
    person = get_user_model().objects.create_user("bob@example.org", "Bob Tester")
    agency = Agency.objects.create(name="River Police", short_name="RP", kind="tribal")
    return Actor(person.pk, agency.pk, frozenset(), "supervision", "tribal")


def test_history_tells_what_was_done_newest_first(bob):
    for verb in ("case.open", "case.read", "case.edit"):
        audit.record(bob, verb, kind="case", record_id=5)
    audit.record(bob, "case.edit", kind="case", record_id=6)
    audit.record(bob, "note.edit", kind="note", record_id=5)
    assert [act.verb for act in questions.history_of("case", 5).acts] == ["case.edit", "case.open"]


def test_readers_are_shown_with_agency_and_purpose(bob):
    audit.record(bob, "case.read", kind="case", record_id=5, group="whereabouts")
    (act,) = questions.readers_of("case", 5).acts
    assert (act.person, act.agency, act.purpose, act.group) == (
        "Bob Tester",
        "River Police",
        "supervision",
        "whereabouts",
    )


def test_the_system_and_people_long_gone_have_no_name(db):
    audit.record(None, "case.read", kind="case", record_id=5)
    audit.record(Actor(99, 99, frozenset(), "audit", "federal"), "case.read", kind="case", record_id=5)
    assert [(act.person, act.agency) for act in questions.readers_of("case", 5).acts] == [("", ""), ("", "")]


def test_pages_follow_one_another_without_gap(bob):
    ids = [audit.record(bob, "case.read", kind="case", record_id=5) for _ in range(7)]
    seen, before = [], None
    while True:
        page = questions.readers_of("case", 5, before=before, limit=3)
        seen += [act.entry_id for act in page.acts]
        before = page.older
        if before is None:
            break
    assert seen == ids[::-1]


def test_a_person_s_acts_are_found_over_all_records(bob):
    audit.record(bob, "case.read", kind="case", record_id=5)
    audit.record(bob, "session.begin")
    assert [act.verb for act in questions.acts_of(bob.person_id).acts] == ["session.begin", "case.read"]


def test_a_page_takes_three_queries(bob, django_assert_num_queries):
    for _ in range(5):
        audit.record(bob, "case.read", kind="case", record_id=5)
    with django_assert_num_queries(3):
        questions.readers_of("case", 5)
