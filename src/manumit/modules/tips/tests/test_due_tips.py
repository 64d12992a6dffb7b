"""A tip given by a day stands among somebody's work and in their calendar; they are told once its day has passed."""

from datetime import timedelta

from django.utils import timezone

from manumit.modules.tips.actions.give_to import give_to
from manumit.modules.tips.actions.tell_of_due import tell_of_due, untold
from manumit.modules.tips.events import TIP_DUE
from manumit.modules.tips.models import Tip
from manumit.spine import audit
from manumit.spine.administration.tests.signing_in import browser_of
from manumit.spine.identity.models import Membership
from manumit.spine.workflow import questions
from manumit.spine.workflow.models import Notice

from .test_triage import step, triaged

TODAY = timezone.localdate()


def test_a_tip_given_by_a_day_is_among_their_work_and_in_their_calendar(tip, alice, dora, bob):
    triaged(alice, tip)
    member = Membership.objects.get(person=dora.person_id)
    give_to(alice, tip, member, expected_version=tip.version, due_on=TODAY + timedelta(days=3))
    (line,) = questions.my_work(dora).soon
    assert (line.thing, line.record_number, line.due) == ("record", tip.number, TODAY + timedelta(days=3))
    assert questions.due_lines(dora) == ([line], False)
    assert questions.my_work(bob) == questions.MyWork()
    assert b"A tip given to you" in browser_of(dora).get("/work/").content
    step(dora, tip, "clear")
    assert questions.my_work(dora) == questions.MyWork()


def test_whose_day_has_passed_is_told_once_for_each_day_that_is_set(tip, alice, dora):
    triaged(alice, tip)
    member = Membership.objects.get(person=dora.person_id)
    give_to(alice, tip, member, expected_version=tip.version)
    assert untold() == [], "its day is today"
    late(tip, days=2)
    for _twice in range(2):
        for each in untold():
            tell_of_due(None, each)
    told = Notice.unscoped.get(event=TIP_DUE.code)
    assert told.person_id == dora.person_id
    assert questions.my_work(dora).overdue[0].record_number == tip.number
    late(tip, days=0)
    Notice.unscoped.filter(pk=told.pk).update(created_at=timezone.now() - timedelta(days=3))
    late(tip, days=1)
    assert [each.pk for each in untold()] == [tip.pk]


def test_where_nobody_works_on_it_triage_is_told(tip, alice):
    triaged(alice, tip)
    late(tip, days=1)
    tell_of_due(None, untold()[0])
    assert Notice.unscoped.get(event=TIP_DUE.code).person_id == alice.person_id


def late(tip: Tip, days: int) -> None:
    """Let the day of its work have been so many days ago."""
    audit.record(None, "tip.give", kind=tip.kind, record_id=tip.pk)
    Tip.unscoped.filter(pk=tip.pk).update(due_on=TODAY - timedelta(days=days))
