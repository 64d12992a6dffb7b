"""Nobody is of interest without a basis, and nobody is at once a suspect; Charlie knows nothing of it."""

from dataclasses import replace

import pytest
from django.core.exceptions import ValidationError
from django.utils import timezone

from manumit.modules.suspects.actions.add_part import add_part
from manumit.modules.suspects.actions.edit_part import edit_part
from manumit.modules.suspects.actions.edit_suspect import edit_suspect
from manumit.modules.suspects.actions.look_at_suspect import look_at_suspect
from manumit.modules.suspects.actions.open_suspect import open_suspect
from manumit.modules.suspects.actions.record_source import record_source
from manumit.modules.suspects.actions.tie_case import tie_case
from manumit.modules.suspects.actions.withdraw_part import withdraw_part
from manumit.modules.suspects.models import Basis, Suspect, SuspectCase
from manumit.spine.access import Denied, Hidden
from manumit.spine.records import Conflict, NothingToChange
from manumit.spine.workflow.refusing import Refused
from manumit.spine.workflow.rulebook import Broken

from .conftest import BY, basis, opening


def test_a_person_of_interest_is_opened_on_a_basis(suspect, alice, bob, charlie, note):
    assert (suspect.standing, suspect.has_basis, suspect.display_name) == ("person_of_interest", True, "Marlow, Ed")
    assert [row.number for row in Suspect.objects.page(bob).rows] == [suspect.number]
    assert Suspect.objects.page(charlie).rows == []
    assert SuspectCase.objects.visible_to(alice).get().case_number == note.number
    assert Basis.objects.visible_to(charlie).count() == 0
    with pytest.raises(Hidden):
        look_at_suspect(charlie, suspect)
    look_at_suspect(bob, suspect)


@pytest.mark.parametrize(
    "values",
    [{"basis": {}}, {"basis": basis(statement=" ")}, {"how": " "}, {"under_18": "perhaps"}],
    ids=["no basis", "blank basis", "no tie", "no age"],
)
def test_what_is_missing_is_asked_for(values, alice, note):
    with pytest.raises(Refused):
        open_suspect(alice, note, opening(**values))
    assert not Suspect.unscoped.exists()


def test_nobody_is_recorded_by_whom_the_case_or_the_record_is_not(alice, charlie, note):
    with pytest.raises(Hidden):
        open_suspect(charlie, note, opening())
    with pytest.raises(Denied):
        open_suspect(replace(alice, roles=frozenset({"analyst"})), note, opening())
    assert not Suspect.unscoped.exists()


def test_nobody_opens_a_child_as_an_adult(alice, note):
    with pytest.raises(Broken, match="under 18"):
        open_suspect(alice, note, opening(description={"age_min": 16}))
    assert not Suspect.unscoped.exists()


def test_the_first_basis_is_as_sound_as_any_later(alice, note):
    with pytest.raises(Broken, match="still to come"):
        open_suspect(alice, note, opening(basis=basis(known_on=timezone.localdate().replace(year=2099))))
    for wrong in ({"said_by": None}, {"reliability": "hearsay"}, {"known_on": None}):
        with pytest.raises(ValidationError):
            open_suspect(alice, note, opening(basis=basis(**wrong)))
    without = {name: value for name, value in basis().items() if name != "reliability"}
    with pytest.raises(ValidationError):
        open_suspect(alice, note, opening(basis=without))
    assert not Suspect.unscoped.exists()


def test_a_weak_grading_of_both_carries_no_suspicion(alice, note):
    weak = basis(reliability="unknown", validity="cannot_be_judged")
    suspect = open_suspect(alice, note, opening(basis=weak))
    assert suspect.has_basis is False
    add_part(alice, suspect, "bases", basis(reliability="reliable", validity="doubtful"), **BY)
    assert suspect.has_basis is True


def test_a_withdrawn_basis_moves_nobody_and_carries_nothing(suspect, alice, moved):
    moved(alice, suspect, "name_suspect", "witness")
    row = Basis.objects.visible_to(alice).get()
    row.suspect = suspect
    with pytest.raises(Refused, match="why"):
        withdraw_part(alice, row, expected_version=suspect.version, reason=" ")
    withdraw_part(alice, row, expected_version=suspect.version, reason="The clerk was mistaken")
    suspect.refresh_from_db()
    assert (suspect.standing, suspect.has_basis) == ("suspect", False)
    with pytest.raises(Refused, match="already"):
        withdraw_part(alice, row, expected_version=suspect.version, reason="Again")


def test_parts_are_corrected_under_the_version_and_keep_what_stood(suspect, alice, charlie):
    car = add_part(alice, suspect, "vehicles", {"make": "Ford", "plate_number": "7?K", "plate_partial": True}, **BY)
    with pytest.raises(Broken, match="partial"):
        add_part(alice, suspect, "vehicles", {"plate_number": "7?K"}, **BY)
    stale = suspect.version
    edit_part(alice, car, {"make": "Dodge"}, expected_version=stale, **BY)
    with pytest.raises(Conflict):
        edit_part(alice, car, {"make": "Ram"}, expected_version=stale, **BY)
    with pytest.raises(NothingToChange):
        edit_part(alice, car, {"make": "Dodge"}, expected_version=suspect.version, **BY)
    with pytest.raises(Hidden):
        add_part(charlie, suspect, "phones", {"number": "1"}, **BY)


def test_an_adult_is_so_called_by_a_supervisor_and_never_against_the_age(young, alice, bob):
    with pytest.raises(Denied):
        edit_suspect(alice, young, {"under_18": "no"}, expected_version=young.version, **BY)
    with pytest.raises(Broken, match="under 18"):
        edit_suspect(bob, young, {"under_18": "no", "age_min": 16}, expected_version=young.version, **BY)
    young.refresh_from_db()
    edit_suspect(bob, young, {"under_18": "no", "age_min": 30}, expected_version=young.version, **BY)
    assert young.minor is False


def test_whoever_is_no_longer_known_to_be_an_adult_is_treated_as_a_child(suspect, alice):
    edit_suspect(alice, suspect, {"under_18": "unknown"}, expected_version=suspect.version, **BY)
    assert suspect.minor is True
    with pytest.raises(Denied):
        edit_suspect(alice, suspect, {"under_18": "no"}, expected_version=suspect.version, **BY)


def test_only_who_keeps_the_record_edits_it(suspect, alice, charlie):
    with pytest.raises(Hidden):
        edit_suspect(charlie, suspect, {"sex": "male"}, expected_version=suspect.version, **BY)
    analyst = replace(alice, roles=frozenset({"analyst"}))
    with pytest.raises(Denied):
        edit_suspect(analyst, suspect, {"sex": "male"}, expected_version=suspect.version, **BY)


@pytest.mark.parametrize("name", ["standing", "minor", "review_on", "has_basis", "level", "display_name"])
def test_what_has_an_act_of_its_own_is_not_edited(name, suspect, bob):
    with pytest.raises(ValidationError) as told:
        edit_suspect(bob, suspect, {name: "x"}, expected_version=suspect.version, **BY)
    assert told.value.messages == ["This is not edited here."]


def test_the_last_tie_to_a_case_stays(suspect, alice, note):
    tie = SuspectCase.objects.visible_to(alice).get()
    tie.suspect = suspect
    with pytest.raises(Refused, match="outside a case"):
        withdraw_part(alice, tie, expected_version=suspect.version, reason="Wrong")
    with pytest.raises(Refused, match="already"):
        tie_case(alice, suspect, note, how="Again", **BY)


def test_who_a_confidential_source_is_is_sealed(suspect, alice):
    record_source(alice, suspect, {"who": "The night clerk"}, expected_version=suspect.version)
    assert "night clerk" not in str(Suspect.unscoped.values().get())


def test_the_age_of_a_basis_is_known(suspect, alice):
    assert Basis.objects.visible_to(alice).get().age_in_days() == 3
    with pytest.raises(Broken, match="still to come"):
        add_part(alice, suspect, "bases", basis(known_on=timezone.localdate().replace(year=2099)), **BY)
