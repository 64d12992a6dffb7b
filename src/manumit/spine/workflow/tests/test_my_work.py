"""My work: overdue before due soon before mine before my agency's, and never beside a record one may not know of."""

from datetime import timedelta

import pytest
from django.utils import timezone

from manumit.spine import audit
from manumit.spine.identity.models import Membership
from manumit.spine.records import registry
from manumit.spine.records.tests import notes
from manumit.spine.workflow import questions
from manumit.spine.workflow.actions.ask_approval import ask_approval
from manumit.spine.workflow.actions.give_task import give_task
from manumit.spine.workflow.actions.pause_clock import pause_clock
from manumit.spine.workflow.actions.start_clock import start_clock

TODAY = timezone.localdate()


@pytest.fixture
def members(alice, bob) -> dict[str, Membership]:
    """Alice and Bob are members of their agency."""
    people = {"alice": alice, "bob": bob}
    return {
        name: Membership.objects.create(person_id=actor.person_id, agency_id=actor.agency_id, roles=sorted(actor.roles))
        for name, actor in people.items()
    }


def test_each_line_stands_where_it_is_most_urgent(alice, bob, note, clocks, members):
    days = {"late": -1, "soon": 3, "later": 30, "some day": None}
    for title, ahead in days.items():
        due = None if ahead is None else TODAY + timedelta(days=ahead)
        give_task(bob, note, title=title, assignee=members["alice"], due_on=due)
    give_task(alice, note, title="Bob's", assignee=members["bob"])
    start_clock(bob, note, clocks["ncic_entry"], started_at=timezone.now() - timedelta(hours=3))
    pause_clock(bob, start_clock(bob, note, clocks["interim_assistance"]), because="Waiting")
    ask_approval(alice, note, question="May we?", role="supervisor")
    work = questions.my_work(alice)
    assert [line.title for line in work.overdue] == ["late", "Entry of a missing child into state system and NCIC"]
    assert [line.title for line in work.soon] == ["soon"]
    assert [line.title for line in work.mine] == ["later", "some day"]
    assert {line.title for line in work.agency} == {"Bob's", "Interim assistance for a minor ends"}
    assert [line.thing for line in questions.my_work(bob).mine if line.title == "May we?"] == ["approval"]


def test_a_stranger_has_no_work_here(alice, charlie, note, members):
    give_task(alice, note, title="x", assignee=members["alice"])
    assert questions.my_work(charlie) == questions.MyWork()


def test_what_is_hidden_is_nobodys_work(alice, note, agencies, members):
    give_task(alice, note, title="x", assignee=members["alice"], due_on=TODAY)
    audit.record(None, "note.give", kind="note", record_id=note.pk)
    type(note).unscoped.filter(pk=note.pk).update(owner=agencies[1])
    assert questions.my_work(alice) == questions.MyWork()
    assert questions.due_lines(alice) == ([], False)


def test_it_takes_the_same_queries_however_much_there_is(alice, note, agencies, members, django_assert_num_queries):
    for number in range(5):
        other = notes.note(agencies[0], title=str(number))
        give_task(alice, other, title="x", assignee=members["alice"], due_on=TODAY)
    with django_assert_num_queries(5 + len(registry.providers(questions.WorkOffer))):
        assert len(questions.my_work(alice).soon) == 5
