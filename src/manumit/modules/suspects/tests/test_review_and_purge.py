"""Five years, then validated or purged: a validation begins anew, a hold and pending charges stop it."""

from datetime import date, datetime, time, timedelta

import pytest
from django.utils import timezone

from manumit.modules.suspects.actions.tell_of_reviews import first_due, let_go, tell_of_reviews
from manumit.modules.suspects.actions.validate_suspect import validate_suspect
from manumit.modules.suspects.models import Basis, Suspect
from manumit.modules.suspects.purging import preview
from manumit.spine import audit
from manumit.spine.access import Denied
from manumit.spine.records import retaining
from manumit.spine.records.actions.place_hold import place_hold
from manumit.spine.workflow.models import ClockSetting, Notice, RunningClock
from manumit.spine.workflow.refusing import Refused

LATER = timedelta(days=5 * 366)


def due() -> list[int]:
    """The suspects a dry run would delete in somewhat more than five years."""
    lines = retaining.plan(timezone.now() + LATER).lines
    return [pk for line in lines if line.model == "suspects.Suspect" for pk in line.ids]


def test_a_review_is_due_in_five_years(suspect):
    today = timezone.localdate()
    assert suspect.review_on == today.replace(year=today.year + 5)


def test_validation_begins_anew_and_is_a_supervisors(suspect, alice, bob):
    with pytest.raises(Denied):
        validate_suspect(alice, suspect, because="Still wanted", expected_version=suspect.version)
    with pytest.raises(Refused, match="why"):
        validate_suspect(bob, suspect, because=" ", expected_version=suspect.version)
    before = suspect.validated_at
    validate_suspect(bob, suspect, because="Still wanted", expected_version=suspect.version)
    assert suspect.validated_at > before


def test_nobody_cleared_or_without_basis_is_validated(suspect, alice, bob, moved):
    audit.record(None, "suspect.edit", kind="suspect", record_id=suspect.pk)
    Suspect.unscoped.filter(pk=suspect.pk).update(has_basis=False)
    suspect.refresh_from_db()
    with pytest.raises(Refused, match="No basis stands"):
        validate_suspect(bob, suspect, because="x", expected_version=suspect.version)
    moved(alice, suspect, "clear", "mistaken")
    with pytest.raises(Refused, match="cleared"):
        validate_suspect(bob, suspect, because="x", expected_version=suspect.version)


def test_the_clock_runs_once_the_agency_set_its_limit(suspect, bob, alice):
    assert not RunningClock.objects.visible_to(alice).exists()
    ClockSetting.objects.create(
        agency_id=bob.agency_id, clock="intelligence_review", limit={"unit": "years", "amount": 5},
        citation="28 CFR 23.20(h)", effective_on=date(2020, 1, 1), set_by_id=bob.person_id,
    )  # fmt: skip
    validate_suspect(bob, suspect, because="Still wanted", expected_version=suspect.version)
    validate_suspect(bob, suspect, because="Again", expected_version=suspect.version)
    clocks = RunningClock.objects.visible_to(alice).order_by("id")
    assert [clock.stopped_at is None for clock in clocks] == [False, True]
    assert clocks[1].last_day == suspect.review_on


def test_it_is_purged_as_the_dry_run_showed_unless_held(suspect, bob):
    assert due() == [suspect.pk]
    place_hold(bob, suspect, reason="Appeal", authority="Court order")
    assert due() == []


def test_an_agencys_own_limit_is_the_day_of_the_purge_too(suspect, bob):
    today = timezone.localdate()
    ClockSetting.objects.create(
        agency_id=bob.agency_id, clock="intelligence_review", limit={"unit": "years", "amount": 2},
        citation="Order 7", effective_on=date(2020, 1, 1), set_by_id=bob.person_id,
    )  # fmt: skip
    validate_suspect(bob, suspect, because="Still wanted", expected_version=suspect.version)
    last = suspect.review_on
    assert last.year == today.year + 2

    def going(on: date) -> tuple[list[int], list[int]]:
        moment = datetime.combine(on, time(12), timezone.get_default_timezone())
        lines = [line for line in retaining.plan(moment).lines if line.model == "suspects.Suspect"]
        return [pk for line in lines for pk in line.ids], [each.suspect.pk for each in preview(bob, moment)]

    assert going(last) == ([], []), "the day of review is in time"
    assert going(last + timedelta(days=1)) == ([suspect.pk], [suspect.pk])


def test_supervisors_are_told_of_what_is_due_by_one_notice_an_agency(suspect, young, alice, bob, moved):
    assert first_due() == []
    pass_review(suspect, -29)
    pass_review(young, -20)
    (first,) = first_due()
    tell_of_reviews(None, first)
    notice = Notice.unscoped.get(event="suspect_review")
    assert (notice.record_number, notice.person_id) == (young.number, bob.person_id)
    moved(alice, young, "clear", "mistaken")
    assert [each.pk for each in first_due()] == [suspect.pk]


def test_what_nobody_validated_leaves_the_indexes_by_the_calendar(suspect, monkeypatch):
    told: list[object] = []
    monkeypatch.setattr("manumit.spine.records.following._followers", [lambda kind, ids: told.append((kind, ids))])
    assert let_go() == 0
    pass_review(suspect)
    assert let_go() == 1
    assert told == [("suspect", [suspect.pk])]


def pass_review(suspect, days: int = 1) -> None:
    """Let the day of review have been so many days ago."""
    audit.record(None, "suspect.validate", kind="suspect", record_id=suspect.pk)
    Suspect.unscoped.filter(pk=suspect.pk).update(review_on=timezone.localdate() - timedelta(days=days))


def test_what_is_validated_late_says_so(suspect, bob, alice):
    ClockSetting.objects.create(
        agency_id=bob.agency_id, clock="intelligence_review", limit={"unit": "years", "amount": 5},
        citation="28 CFR 23.20(h)", effective_on=date(2020, 1, 1), set_by_id=bob.person_id,
    )  # fmt: skip
    validate_suspect(bob, suspect, because="Still wanted", expected_version=suspect.version)
    audit.record(None, "clock.tell", kind="suspect", record_id=suspect.pk)
    RunningClock.unscoped.update(due_at=timezone.now() - timedelta(days=1))
    validate_suspect(bob, suspect, because="Again", expected_version=suspect.version)
    assert RunningClock.objects.visible_to(alice).exclude(stopped_at=None).get().ending == "missed"


@pytest.mark.parametrize("standing", ["arrested", "charged"])
def test_pending_charges_keep_it(standing, suspect, bob):
    audit.record(None, "suspect.move", kind="suspect", record_id=suspect.pk)
    Suspect.unscoped.filter(pk=suspect.pk).update(standing=standing)
    assert preview(bob, timezone.now() + LATER) == []
    assert due() == []


def test_a_purge_takes_everything_with_it(suspect):
    moment = timezone.now() + LATER
    retaining.apply(retaining.plan(moment).digest, moment)
    assert not Suspect.unscoped.exists()
    assert not Basis.unscoped.exists()
