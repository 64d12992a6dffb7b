"""Which cases answer an inquiry: who is looked for, and what belongs to no victim. Nobody else, ever."""

from dataclasses import replace

import pytest
from django.utils import timezone

from manumit.modules.cases.actions.add_number import add_number
from manumit.modules.cases.actions.add_part import add_part
from manumit.modules.cases.actions.match_inquiry import MATCHED_ROLES, MATCHERS, match_inquiry
from manumit.modules.cases.choices import PersonRole
from manumit.modules.cases.models import Case, CasePerson
from manumit.spine.records.askable import AskedFor, Question

from .conftest import ROSA
from .parts import BY

NAMED = Question(AskedFor.PERSON, family_name=ROSA["family_name"], given_names=ROSA["given_names"])
ASKED = {
    AskedFor.PHONE: Question(AskedFor.PHONE, "+1 (406) 555-0177"),
    AskedFor.PLATE: Question(AskedFor.PLATE, "ab-1234", state="MT"),
    AskedFor.VIN: Question(AskedFor.VIN, "1ftfw1et5dfc00001"),
    AskedFor.ACCOUNT: Question(AskedFor.ACCOUNT, "@Rosa.A"),
    AskedFor.NUMBER: Question(AskedFor.NUMBER, "mp 12345"),
}
THINGS = {
    AskedFor.PHONE: ("phones", {"number": "406 555 0177", "use": "own"}),
    AskedFor.PLATE: ("vehicles", {"plate_number": "AB 1234", "plate_state": "MT"}),
    AskedFor.VIN: ("vehicles", {"vin": "1FTFW1ET5DFC00001"}),
    AskedFor.ACCOUNT: ("accounts", {"platform": "instagram", "handle": "rosa.a"}),
}


@pytest.fixture
def pointing(case):
    """A case of a missing person that others may be pointed to."""
    Case.unscoped.filter(pk=case.pk).update(level="pointer")
    return case


def change(case, **values) -> None:
    """Write columns past the actions."""
    Case.unscoped.filter(pk=case.pk).update(**values)


def test_a_missing_person_is_met_by_name_and_what_else_is_known(pointing, charlie):
    assert list(match_inquiry(charlie, NAMED)) == [pointing.pk]
    for known, met in (
        ({"given_names": "Someone"}, False), ({"family_name": "Nobody"}, False), ({"sex": "male"}, False),
        ({"sex": "female"}, True), ({"born_from": 1900, "born_until": 1910}, False), ({"given_names": ""}, True),
    ):  # fmt: skip
        assert bool(match_inquiry(charlie, replace(NAMED, **known))) is met, known


@pytest.mark.parametrize("role", PersonRole)
def test_of_several_people_everybody_looked_for_is_met_and_nobody_else(role, pointing, charlie):
    added = {"role": role, "family_name": "Redwing", "given_names": "Ana Lucia", "sex": "female"}
    CasePerson.unscoped.create(case=pointing, **added)
    asked = replace(NAMED, family_name="redwing", given_names="ana")
    wanted = [pointing.pk] if role in MATCHED_ROLES else []
    assert list(match_inquiry(charlie, asked)) == wanted
    assert list(match_inquiry(charlie, NAMED)) == [pointing.pk]


@pytest.mark.parametrize("role", PersonRole)
def test_another_name_is_met_if_its_person_is_and_else_never(role, pointing, alice, charlie):
    person = CasePerson.unscoped.get(case=pointing)
    other = {"person": person, "name_type": "maiden", "family_name": "Redwing", "given_names": "Rosa"}
    name = add_part(alice, pointing, "names", other, **BY)
    CasePerson.unscoped.filter(pk=person.pk).update(role=role)
    asked = replace(NAMED, family_name="Redwing")
    assert list(match_inquiry(charlie, asked)) == ([pointing.pk] if role in MATCHED_ROLES else [])
    CasePerson.unscoped.filter(pk=person.pk).update(role="missing", withdrawn_at=timezone.now())
    assert list(match_inquiry(charlie, asked)) == []
    CasePerson.unscoped.filter(pk=person.pk).update(withdrawn_at=None)
    type(name).unscoped.filter(pk=name.pk).update(withdrawn_at=timezone.now())
    assert list(match_inquiry(charlie, asked)) == []


@pytest.mark.parametrize(
    "hidden", [{"protected": True}, {"state": "resolved", "outcome": "located_safe"}, {"level": "restricted"}]
)
def test_no_other_name_opens_what_never_answers(hidden, pointing, alice, charlie):
    person = CasePerson.unscoped.get(case=pointing)
    other = {"person": person, "name_type": "maiden", "family_name": "Redwing", "given_names": "Rosa"}
    add_part(alice, pointing, "names", other, **BY)
    change(pointing, **hidden)
    assert list(match_inquiry(charlie, replace(NAMED, family_name="Redwing"))) == []


@pytest.mark.parametrize("form", THINGS)
def test_things_are_met_however_they_are_written(form, pointing, alice, charlie):
    part, values = THINGS[form]
    add_part(alice, pointing, part, values, **BY)
    assert list(match_inquiry(charlie, ASKED[form])) == [pointing.pk]
    assert list(match_inquiry(charlie, replace(ASKED[form], value="ZZ9999999999"))) == []


@pytest.mark.parametrize("role", [role for role in PersonRole if role not in ("missing", "decedent_unidentified")])
def test_nobody_else_is_met_nor_what_is_theirs(role, pointing, alice, charlie):
    person = CasePerson.unscoped.get(case=pointing)
    for part, values in THINGS.values():
        add_part(alice, pointing, part, {**values, "person": person}, **BY)
    CasePerson.unscoped.filter(pk=person.pk).update(role=role)
    assert [form for form in (NAMED, *ASKED.values()) if match_inquiry(charlie, form)] == []


@pytest.mark.parametrize(
    "hidden",
    [{"protected": True}, {"state": "resolved", "outcome": "located_safe"}, {"level": "restricted"}, {"level": "open"}],
)
def test_what_never_answers(hidden, pointing, alice, charlie):
    for part, values in THINGS.values():
        add_part(alice, pointing, part, values, **BY)
    change(pointing, **hidden)
    assert [form for form in (NAMED, *ASKED.values()) if match_inquiry(charlie, form)] == []
    mine = "level" in hidden
    assert bool(match_inquiry(alice, NAMED)) is mine


def test_in_a_trafficking_case_only_what_is_no_victims(pointing, alice, charlie):
    change(pointing, case_type="trafficking_sex")
    add_part(alice, pointing, "phones", {"number": "406 555 0177", "use": "own"}, **BY)
    assert list(match_inquiry(charlie, ASKED[AskedFor.PHONE])) == []
    add_part(alice, pointing, "phones", {"number": "406 555 0177", "use": "suspect"}, **BY)
    assert list(match_inquiry(charlie, ASKED[AskedFor.PHONE])) == [pointing.pk]


@pytest.mark.parametrize("outcome", ["located_safe", "returned_voluntarily", "unfounded", "duplicate"])
def test_whoever_was_found_well_never_answers_whatever_the_state_says(outcome, pointing, alice, charlie):
    for part, values in THINGS.values():
        add_part(alice, pointing, part, values, **BY)
    add_number(alice, pointing, "namus", "MP12345", source="NamUs")
    asked = (NAMED, *ASKED.values())
    assert [form.asked_for for form in asked if not match_inquiry(charlie, form)] == []
    change(pointing, state="resolved", outcome=outcome)
    for asker in (charlie, alice):
        assert [form.asked_for for form in asked if match_inquiry(asker, form)] == []


def test_whose_case_is_resolved_is_met_by_name_no_more(pointing, charlie):
    change(pointing, state="resolved", outcome="located_deceased")
    assert list(match_inquiry(charlie, NAMED)) == []


def test_a_number_is_met_only_where_somebody_is_looked_for(pointing, alice, charlie):
    number = add_number(alice, pointing, "namus", "MP12345", source="NamUs")
    assert list(match_inquiry(charlie, ASKED[AskedFor.NUMBER])) == [pointing.pk]
    for never in ("trafficking_sex", "trafficking_labor", "homicide"):
        change(pointing, case_type=never)
        assert list(match_inquiry(charlie, ASKED[AskedFor.NUMBER])) == [], never
    change(pointing, case_type="missing")
    type(number).unscoped.filter(pk=number.pk).update(withdrawn_at=timezone.now())
    assert list(match_inquiry(charlie, ASKED[AskedFor.NUMBER])) == []


@pytest.mark.parametrize(
    ("form", "never"), [(AskedFor.PHONE, {"use": "family"}), (AskedFor.PLATE, {"relation": "witness"})]
)
def test_the_familys_telephone_and_the_witnesss_vehicle_are_met_by_nothing(form, never, pointing, alice, charlie):
    part, values = THINGS[form]
    add_part(alice, pointing, part, {**values, **never}, **BY)
    assert list(match_inquiry(charlie, ASKED[form])) == []
    add_part(alice, pointing, part, {**values, "person": CasePerson.unscoped.get(case=pointing), **never}, **BY)
    assert list(match_inquiry(charlie, ASKED[form])) == [], "be it said to be the missing person's own"


@pytest.mark.parametrize("form", THINGS)
def test_what_belongs_to_somebody_entered_by_mistake_is_met_by_nothing(form, pointing, alice, charlie):
    part, values = THINGS[form]
    person = CasePerson.unscoped.get(case=pointing)
    add_part(alice, pointing, part, {**values, "person": person}, **BY)
    assert list(match_inquiry(charlie, ASKED[form])) == [pointing.pk]
    CasePerson.unscoped.filter(pk=person.pk).update(withdrawn_at=timezone.now())
    assert list(match_inquiry(charlie, ASKED[form])) == []


def test_a_plate_seen_in_part_is_met_by_nothing(pointing, alice, charlie):
    row = add_part(alice, pointing, "vehicles", {"plate_number": "AB1234", "plate_state": "MT"}, **BY)
    type(row).unscoped.filter(pk=row.pk).update(plate_number="AB?1234")
    assert list(match_inquiry(charlie, ASKED[AskedFor.PLATE])) == []


def test_every_form_is_answered():
    assert set(MATCHERS) == set(AskedFor.values)
