"""Every step from every standing; nothing automatic; under 18 a supervisor, who considers forced criminality."""

from datetime import timedelta

import pytest
from django.core.exceptions import ValidationError
from django.utils import timezone

from manumit.modules.suspects.actions.add_part import add_part
from manumit.modules.suspects.actions.edit_part import edit_part
from manumit.modules.suspects.actions.move_suspect import move_suspect
from manumit.modules.suspects.actions.open_suspect import open_suspect
from manumit.modules.suspects.actions.record_notice import Told, record_notice
from manumit.modules.suspects.actions.withdraw_part import withdraw_part
from manumit.modules.suspects.choices import Outcome
from manumit.modules.suspects.models import Suspect, VictimNotice
from manumit.modules.suspects.procedure import SUSPECT
from manumit.spine import audit
from manumit.spine.access import Denied, Hidden
from manumit.spine.workflow import NotNow
from manumit.spine.workflow.models import Task
from manumit.spine.workflow.performing import ReasonNeeded
from manumit.spine.workflow.refusing import Refused
from manumit.spine.workflow.rulebook import Broken

from .conftest import BY, basis, opening

CHARGE = {"jurisdiction": "federal", "statute": "18 USC 1591", "title": "Sex trafficking", "nibrs_code": "64A"}


def today():
    """The install's day."""
    return timezone.localdate()


def charge(actor, suspect, **values):
    """Record a charge."""
    return add_part(actor, suspect, "charges", {**CHARGE, "filed_on": today(), **values}, **BY)


def test_the_table_is_sound():
    assert SUSPECT.check() == ()


def test_no_program_names_a_suspect(suspect, charlie, alice):
    with pytest.raises(Refused, match="automatically"):
        move_suspect(None, suspect, "name_suspect", expected_version=suspect.version, reason="witness")
    with pytest.raises(Hidden):
        move_suspect(charlie, suspect, "name_suspect", expected_version=suspect.version, reason="witness")
    with pytest.raises(ReasonNeeded):
        move_suspect(alice, suspect, "name_suspect", expected_version=suspect.version)
    assert Suspect.unscoped.get().standing == "person_of_interest"


def test_the_way_to_court(suspect, alice, moved):
    moved(alice, suspect, "name_suspect", "witness")
    moved(alice, suspect, "arrest", arrested_on=today())
    with pytest.raises(NotNow, match="No charge"):
        moved(alice, suspect, "charge")
    charge(alice, suspect)
    moved(alice, suspect, "charge")
    with pytest.raises(ValidationError):
        moved(alice, suspect, "conclude", outcome="hanged")
    moved(alice, suspect, "conclude", outcome="convicted")
    notices = VictimNotice.objects.visible_to(alice).order_by("id")
    assert [row.event for row in notices] == ["arrest", "charges", "verdict", "sentence"]
    assert Task.objects.visible_to(alice).order_by("id")[0].title == "Tell the victims: Arrest"
    moved(alice, suspect, "reopen", "other")
    assert (suspect.standing, suspect.outcome, suspect.arrested_on) == ("person_of_interest", "", None)


@pytest.mark.parametrize("outcome", Outcome.values)
def test_victims_are_told_of_a_sentence_where_there_is_one(outcome, suspect, alice, moved):
    audit.record(None, "suspect.move", kind="suspect", record_id=suspect.pk)
    Suspect.unscoped.filter(pk=suspect.pk).update(standing="charged")
    suspect.refresh_from_db()
    moved(alice, suspect, "conclude", outcome=outcome)
    sentenced = outcome in {"convicted", "pleaded"}
    events = [row.event for row in VictimNotice.objects.visible_to(alice).order_by("id")]
    assert events == (["verdict", "sentence"] if sentenced else ["verdict"])


def test_under_18_a_supervisor_considers_forced_criminality(young, alice, bob, moved):
    with pytest.raises(NotNow, match="under 18"):
        moved(alice, young, "name_suspect", "witness")
    with pytest.raises(Denied):
        moved(alice, young, "name_young_suspect", "other", forced_criminality="possible")
    with pytest.raises(ValidationError):
        moved(bob, young, "name_young_suspect", "other")
    moved(bob, young, "name_young_suspect", "other", forced_criminality="possible")
    assert (young.standing, young.forced_criminality) == ("suspect", "possible")
    assert "victim specialist" in Task.objects.visible_to(bob).get().title


def test_the_step_for_those_under_18_is_for_them_alone(suspect, bob, moved):
    with pytest.raises(NotNow, match="adult"):
        moved(bob, suspect, "name_young_suspect", "other", forced_criminality="no_sign")


def test_a_federal_charge_cites_a_statute_of_the_table(suspect, alice):
    with pytest.raises(Broken, match="18 USC 1591"):
        charge(alice, suspect, statute="18 USC 15911")
    charge(alice, suspect, jurisdiction="state", statute="Mont. Code 45-5-702")
    with pytest.raises(Broken, match="day it was decided"):
        charge(alice, suspect, disposition="dismissed")


WEAK = {"reliability": "unknown", "validity": "cannot_be_judged"}


@pytest.mark.parametrize(("said", "step", "standing"), [
    ("no", "name_suspect", "person_of_interest"), ("no", "arrest", "suspect"), ("no", "reopen", "cleared"),
    ("yes", "name_young_suspect", "person_of_interest"),
])  # fmt: skip
def test_without_a_basis_that_carries_nobody_is_taken_further(said, step, standing, alice, bob, note, moved):
    person = open_suspect(alice, note, opening(under_18=said, basis=basis(**WEAK)))
    audit.record(None, "suspect.move", kind="suspect", record_id=person.pk)
    Suspect.unscoped.filter(pk=person.pk).update(standing=standing)
    person.refresh_from_db()
    answers = {"arrested_on": today()} if step == "arrest" else {}
    answers |= {"forced_criminality": "no_sign"} if step == "name_young_suspect" else {}
    reason = {"name_suspect": "witness", "arrest": ""}.get(step, "other")
    with pytest.raises(NotNow) as told:
        moved(bob, person, step, reason, **answers)
    assert "basis" in str(told.value)


def test_an_answer_is_one_of_those_asked_for(young, bob, moved):
    with pytest.raises(ValidationError) as told:
        moved(bob, young, "name_young_suspect", "other", forced_criminality="perhaps")
    assert "Choose one of the answers." in told.value.messages


def test_the_step_for_the_young_is_theirs_alone_and_a_withdrawn_charge_is_none(suspect, alice, bob, moved):
    with pytest.raises(NotNow):
        moved(bob, suspect, "name_young_suspect", "other", forced_criminality="no_sign")
    moved(alice, suspect, "name_suspect", "witness")
    filed = charge(alice, suspect)
    filed.suspect = suspect
    withdraw_part(alice, filed, expected_version=suspect.version, reason="Of somebody else")
    with pytest.raises(NotNow):
        moved(alice, suspect, "charge")


def test_a_court_date_stands_in_the_calendar_and_moves_there(suspect, alice):
    at = timezone.now() + timedelta(days=10)
    hearing = add_part(
        alice, suspect, "court_dates", {"hearing": "arraignment", "at": at, "court": "District court"}, **BY
    )
    tasks = Task.objects.visible_to(alice).filter(state="open", title__startswith="In court").order_by("id")
    assert [task.due_on for task in tasks] == [timezone.localdate(at)]
    later = at + timedelta(days=2)
    edit_part(alice, hearing, {"at": later}, expected_version=suspect.version, **BY)
    assert [task.due_on for task in tasks.all()] == [timezone.localdate(later)]
    edit_part(alice, hearing, {"state": "vacated"}, expected_version=suspect.version, **BY)
    assert not tasks.all()
    assert VictimNotice.objects.visible_to(alice).count() == 3, "it was set, moved, and is off"


def test_a_notice_is_kept_with_how_the_victims_were_told(suspect, alice, charlie, moved):
    moved(alice, suspect, "name_suspect", "witness")
    moved(alice, suspect, "arrest", arrested_on=today())
    notice = VictimNotice.objects.visible_to(alice).get()
    assert (notice.due_on, notice.law) == (today(), "34 USC 20141(c)(3)(B)")
    with pytest.raises(Hidden):
        record_notice(charlie, notice, Told("letter", today()))
    with pytest.raises(Refused, match="between"):
        record_notice(alice, notice, Told("letter", today() + timedelta(days=1)))
    record_notice(alice, notice, Told("telephone", today()))
    assert not Task.objects.visible_to(alice).filter(state="open").exists()
    with pytest.raises(Refused, match="already"):
        record_notice(alice, notice, Told("letter", today()))
