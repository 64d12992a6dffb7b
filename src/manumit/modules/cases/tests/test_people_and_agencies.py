"""People, agencies and numbers of a case: each change is a version of the case."""

import pytest
from django.core.exceptions import ValidationError

from manumit.modules.cases.actions.add_agency import add_agency
from manumit.modules.cases.actions.add_number import add_number
from manumit.modules.cases.actions.add_person import add_person
from manumit.modules.cases.actions.edit_person import edit_person
from manumit.modules.cases.models import CaseAgency, CasePerson, OutsideNumber
from manumit.spine.access import Denied, Hidden
from manumit.spine.records import Conflict
from manumit.spine.workflow.rulebook import Broken

BY = {"source": "Interview"}


def test_a_person_added_counts_a_version(case, alice):
    person = add_person(alice, case, {"role": "witness", "given_names": "Ilo"}, **BY)
    assert case.version == 2
    assert CasePerson.objects.visible_to(alice).filter(pk=person.pk).exists()
    assert case.subject_name == "Tallgrass, Rosa"


def test_a_name_corrected_shows_in_lists(case, alice):
    rosa = case.people.visible_to(alice).get()
    edit_person(alice, rosa, {"family_name": "Tallgrass-Moon"}, expected_version=1, **BY)
    assert case.people.visible_to(alice).get().case.subject_name == "Tallgrass-Moon, Rosa"


def test_a_person_edited_meanwhile_conflicts(case, alice):
    rosa = case.people.visible_to(alice).get()
    edit_person(alice, rosa, {"age_max": "18"}, expected_version=1, **BY)
    with pytest.raises(Conflict) as conflict:
        edit_person(alice, rosa, {"age_max": "19"}, expected_version=1, **BY)
    assert conflict.value.clashes[0].field == "age_max"


def test_ages_run_upward(case, alice):
    with pytest.raises(Broken):
        add_person(alice, case, {"role": "victim", "age_min": "40", "age_max": "30"}, **BY)


def test_an_unknown_field_is_refused_by_name(case, alice):
    with pytest.raises(ValidationError) as refused:
        add_person(alice, case, {"role": "victim", "ssn": "1"}, **BY)
    assert "ssn" in refused.value.message_dict


def test_agencies_and_numbers(case, alice):
    add_agency(
        alice, case, {"role": "investigating", "agency_name": "Ridgeline County Sheriff", "number": "24-1"}, **BY
    )
    add_number(alice, case, "namus", " mp12345 ", **BY)
    assert case.version == 3
    assert CaseAgency.objects.visible_to(alice).get().number == "24-1"
    assert OutsideNumber.objects.visible_to(alice).get().value == "MP12345"


def test_a_number_has_its_shape_and_is_held_once(case, a_case, alice):
    with pytest.raises(Broken, match="NamUs"):
        add_number(alice, case, "namus", "12345", **BY)
    add_number(alice, case, "namus", "MP1", **BY)
    with pytest.raises(ValidationError, match="already"):
        add_number(alice, a_case(), "namus", "MP1", **BY)


def test_only_those_who_may_edit(case, bob, charlie):
    with pytest.raises(Denied):
        add_person(bob, case, {"role": "witness"}, **BY)
    with pytest.raises(Hidden):
        add_agency(charlie, case, {"role": "assisting", "agency_name": "X"}, **BY)
