"""Who may do what with a suspect, and what is asked of them: each act by itself, past the pages."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from django.utils import timezone

from manumit.modules.suspects.actions.add_part import add_part
from manumit.modules.suspects.actions.edit_part import edit_part
from manumit.modules.suspects.actions.open_suspect import open_suspect
from manumit.modules.suspects.actions.raising import raise_notice
from manumit.modules.suspects.actions.record_source import record_source, reveal_source
from manumit.modules.suspects.actions.set_level import set_level
from manumit.modules.suspects.actions.tie_case import tie_case
from manumit.modules.suspects.actions.withdraw_part import withdraw_part
from manumit.modules.suspects.choices import NoticeEvent
from manumit.modules.suspects.models import Suspect, SuspectCase, SuspectVehicle, VictimNotice
from manumit.modules.suspects.purging import preview
from manumit.modules.suspects.questions import Narrowing, list_suspects
from manumit.modules.suspects.releasable import SUSPECT
from manumit.modules.suspects.tying import TIES
from manumit.spine import audit
from manumit.spine.access import Denied, Hidden
from manumit.spine.audit.models import Entry
from manumit.spine.records import Conflict
from manumit.spine.records.actions.place_hold import place_hold
from manumit.spine.records.models import SealedValue
from manumit.spine.records.releasing import Terms
from manumit.spine.records.tests.notes import note as another_note
from manumit.spine.workflow.actions.release_record import release_record
from manumit.spine.workflow.models import ClockSetting, RunningClock
from manumit.spine.workflow.refusing import Refused
from manumit.spine.workflow.rulebook import Broken

from .conftest import BY, opening

LATER = timedelta(days=5 * 366)


@pytest.fixture
def ana(alice):
    """An analyst of the owner: reads the record and changes nothing."""
    return replace(alice, roles=frozenset({"analyst"}))


@pytest.fixture
def let_read(bob, charlie):
    """Return a function that releases field groups of a suspect to Charlie's agency."""
    ends = timezone.now() + timedelta(days=30)

    def release(suspect: Suspect, *groups: str) -> None:
        terms = Terms(charlie.agency_id, frozenset(groups), frozenset({"investigation"}), "Order 7", ends)
        release_record(bob, suspect, terms)

    return release


def test_the_review_clock_starts_when_somebody_is_opened(alice, bob, note) -> None:
    ClockSetting.objects.create(
        agency_id=bob.agency_id, clock="intelligence_review", limit={"unit": "years", "amount": 2},
        citation="Order 7", effective_on=date(2020, 1, 1), set_by_id=bob.person_id,
    )  # fmt: skip
    suspect = open_suspect(alice, note, opening())
    clock = RunningClock.objects.visible_to(alice).get()
    assert (clock.record_id, clock.stopped_at, clock.last_day) == (suspect.pk, None, suspect.review_on)


def test_a_dry_run_of_the_purge_is_of_ones_own_and_says_what_a_hold_keeps(suspect, bob, charlie, let_read) -> None:
    let_read(suspect, "description")
    moment = timezone.now() + LATER
    assert [row.pk for row in list_suspects(charlie, Narrowing()).rows] == [suspect.pk]
    assert preview(charlie, moment) == [], "what another agency let them read is not theirs to purge"
    assert [each.held for each in preview(bob, moment)] == [()]
    place_hold(bob, suspect, reason="Appeal", authority="Court order")
    assert [(each.suspect.pk, each.held) for each in preview(bob, moment)] == [(suspect.pk, ("Appeal (Court order)",))]


def test_only_a_supervisor_says_how_far_it_is_shared(suspect, alice, bob, charlie) -> None:
    for other, refused in ((alice, Denied), (charlie, Hidden)):
        with pytest.raises(refused):
            set_level(other, suspect, "open", expected_version=suspect.version, source="x")
    with pytest.raises(ValueError, match="everybody"):
        set_level(bob, suspect, "everybody", expected_version=suspect.version, source="x")
    assert Suspect.unscoped.get().level == "restricted"


def test_a_source_is_sealed_and_read_by_whom_it_is_for_and_never_without_a_need(suspect, alice, ana, charlie) -> None:
    for other, refused in ((ana, Denied), (charlie, Hidden)):
        with pytest.raises(refused):
            record_source(other, suspect, {"who": "The night clerk"}, expected_version=suspect.version)
    assert not SealedValue.objects.exists()
    record_source(alice, suspect, {"who": "The night clerk"}, expected_version=suspect.version)
    for other, refused in ((ana, Denied), (charlie, Hidden)):
        with pytest.raises(refused):
            reveal_source(other, suspect, "To warn them")
    with pytest.raises(Refused, match="what you need"):
        reveal_source(alice, suspect, " ")
    assert not Entry.objects.filter(verb="suspect.source.reveal").exists()


def test_somebody_is_tied_by_who_keeps_the_record_to_cases_they_work_on(suspect, alice, ana, agencies) -> None:
    ours, theirs = (another_note(agency, title="Second") for agency in agencies[:2])
    for actor, case, refused in ((ana, ours, Denied), (alice, theirs, Hidden)):
        with pytest.raises(refused):
            tie_case(actor, suspect, case, how="Drove there too", **BY)
    with pytest.raises(Refused, match="not to suspects"):
        tie_case(alice, suspect, suspect, how="The same", **BY)
    with pytest.raises(Refused, match="how"):
        tie_case(alice, suspect, ours, how=" ", **BY)
    assert SuspectCase.unscoped.count() == 1


def test_a_tie_that_was_withdrawn_may_be_made_again(suspect, alice, agencies) -> None:
    second = another_note(agencies[0], title="Second")
    tie = tie_case(alice, suspect, second, how="Drove there too", **BY)
    withdraw_part(alice, tie, expected_version=suspect.version, reason="Somebody else drove")
    tie_case(alice, suspect, second, how="It was him after all", **BY)
    assert SuspectCase.unscoped.filter(withdrawn_at=None, case_id=second.pk).count() == 1


def test_a_part_is_corrected_and_withdrawn_by_who_keeps_the_record_and_by_the_rules(
    suspect, alice, ana, charlie
) -> None:
    car = add_part(alice, suspect, "vehicles", {"plate_number": "7AK", "colors": ["red"]}, **BY)
    for other, refused in ((ana, Denied), (charlie, Hidden)):
        with pytest.raises(refused):
            edit_part(other, car, {"make": "Ford"}, expected_version=suspect.version, **BY)
        with pytest.raises(refused):
            withdraw_part(other, car, expected_version=suspect.version, reason="Wrong")
    with pytest.raises(Broken, match="partial"):
        edit_part(alice, car, {"plate_number": "7?K"}, expected_version=suspect.version, **BY)
    with pytest.raises(Conflict):
        withdraw_part(alice, car, expected_version=suspect.version - 1, reason="Wrong")
    stands = SuspectVehicle.unscoped.get()
    assert (stands.make, stands.plate_number, stands.withdrawn_at) == ("", "7AK", None)


def test_a_chart_shows_ties_that_stand_to_who_may_read_them(suspect, alice, charlie, note, agencies, let_read) -> None:
    second = another_note(agencies[0], title="Second")
    tie = tie_case(alice, suspect, second, how="Drove there too", **BY)

    def cases(actor) -> set[str]:
        return {each.other[1] for each in TIES.read(actor, "suspect", suspect.number)}

    assert cases(alice) == {note.number, second.number}
    let_read(suspect, "description")
    assert cases(charlie) == set()
    withdraw_part(alice, tie, expected_version=suspect.version, reason="Somebody else drove")
    assert cases(alice) == {note.number}


def test_a_notice_to_victims_is_not_withdrawn(suspect, alice) -> None:
    audit.record(alice, "suspect.move", kind="suspect", record_id=suspect.pk)
    raise_notice(alice, suspect, NoticeEvent.ARREST)
    raise_notice(alice, suspect, NoticeEvent.RELEASE)
    row = VictimNotice.objects.visible_to(alice).first()
    row.suspect = suspect
    with pytest.raises(Refused, match="not withdrawn"):
        withdraw_part(alice, row, expected_version=suspect.version, reason="Nobody is to know")


def test_nobody_searches_a_name_or_a_case_they_may_not_read(suspect, alice, charlie, note, let_read) -> None:
    by_name, by_case = Narrowing(name="marlow"), Narrowing(case=("note", note.pk))

    def found(actor) -> list[bool]:
        return [bool(list_suspects(actor, each).rows) for each in (Narrowing(), by_name, by_case)]

    assert found(alice) == [True, True, True]
    assert found(charlie) == [False, False, False]
    let_read(suspect, "basis")
    assert found(charlie) == [True, False, False]
    let_read(suspect, "description")
    assert found(charlie) == [True, True, False]


def test_who_releases_somebody_who_may_be_under_18_is_told_so(suspect, young) -> None:
    assert SUSPECT.caution(suspect) == ""
    assert "under 18" in str(SUSPECT.caution(young))
