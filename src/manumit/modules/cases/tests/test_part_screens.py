"""Every noun of a case is added, corrected and withdrawn by one form each, made from its model."""

import re
from decimal import Decimal

import pytest
from django.urls import reverse

from manumit.modules.cases.actions.add_part import add_part
from manumit.modules.cases.actions.edit_person import edit_person
from manumit.modules.cases.models import NOUNS, PARTS, CaseEvent
from manumit.modules.cases.pages.part_forms import ADD, CORRECT, FORMS
from manumit.spine import access

from .parts import BY, EXAMPLES

SAID = {"source": "Interview", "certainty": "exact"}
WRITTEN = {
    **EXAMPLES,
    "people": {"role": "witness", "given_names": "Ida"},
    "agencies": {"agency_name": "Plains Sheriff", "role": "assisting", "city": "Hardin"},
    "numbers": {"scheme": "namus", "value": "MP12345"},
    "events": {"event_kind": "sighting", "title": "Seen at the store", "when": "5/3/2024", "reliability": "unknown"},
}


def page(case, part, part_id=None, name="part"):
    place = {"number": case.number, "part": part}
    return (
        reverse("cases:part_add", kwargs=place)
        if part_id is None
        else reverse(f"cases:{name}", kwargs={**place, "part_id": part_id})
    )


def filled(form, **values):
    """Return what a browser would post of a form as shown, with `values` written into it."""
    shown = {form.add_prefix(name): form[name].value() for name in form.fields}
    first = {form.add_initial_prefix(name): form[name].value() for name in form.fields if name in type(form).answers()}
    sent = {**shown, **first, **SAID, **values}
    return {name: value for name, value in sent.items() if value not in (None, False)}


def newest(case, part, actor):
    return NOUNS[part].objects.visible_to(actor).filter(case=case).order_by("pk").last()


@pytest.mark.parametrize("part", FORMS)
def test_each_is_added_corrected_and_withdrawn(as_person, alice, case, part):
    browser = as_person(alice)
    assert browser.get(page(case, part)).status_code == 200
    added = browser.post(page(case, part), {**fresh(part), **WRITTEN[part], **SAID})
    assert added.status_code == 302, added.context["form"].errors
    row = newest(case, part, alice)
    shown = browser.get(page(case, part, row.pk))
    change = corrected(part)
    saved = browser.post(page(case, part, row.pk), filled(shown.context["form"], **change))
    assert saved.status_code == 302, saved.context and saved.context["form"].errors
    row = newest(case, part, alice)
    version = access.find(alice, "edit", "case", case.number).version
    asked = browser.get(page(case, part, row.pk, "withdraw"))
    assert asked.status_code == 200
    assert browser.post(page(case, part, row.pk, "withdraw"), {"version": version, "reason": ""}).status_code == 422
    gone = browser.post(page(case, part, row.pk, "withdraw"), {"version": version, "reason": "Wrong case"})
    assert gone.status_code == 302, gone.context["form"].errors
    assert browser.get(page(case, part, row.pk)).status_code == 404
    assert b"Wrong case" in browser.get(reverse("cases:history", args=[case.number])).content


def fresh(part):
    """Return what a browser would post of an empty form."""
    form = ADD[part](people=())
    return {name: form[name].value() for name in form.fields if form[name].value() not in (None, "", [], False)}


def corrected(part):
    """Return another answer to the first question of one line."""
    texts = {"agencies": {"contact": "Desk"}, "numbers": {"value": "MP99999"}, "people": {"given_names": "Ada"}}
    codes = {
        "indian_status": {"determined_by": "Enrollment office"}, "tribes": {"reported_as": "Other Tribe"},
        "biometrics": {"held_by": "Laboratory"}, "remains": {"died": "2024-05"}, "events": {"title": "Seen twice"},
        "exploitations": {"age_when": "15"}, "traditional_names": {"name": "Star"}, "names": {"given_names": "Ada"},
        "places": {"city": "Hardin"}, "phones": {"note": "Hers"}, "accounts": {"handle": "rosa"},
        "offences": {"title": "Abduction"}, "behaviours": {"value": "surprise"},
    }  # fmt: skip
    return texts.get(part) or codes.get(part) or {"description": "Another"}


@pytest.mark.parametrize("part", FORMS)
def test_a_form_asks_for_every_field_a_person_may_fill_in(part):
    model = NOUNS[part]
    kept = {"id", "case", "owner", "agency", "withdrawn_at", "superseded_by", "source_key"}
    asked = set()
    for name, field in ADD[part].base_fields.items():
        asked |= set(getattr(field, "columns", (name,)))
    assert {field.name for field in model._meta.concrete_fields} - kept <= asked
    assert CORRECT[part].base_fields.keys() >= ADD[part].base_fields.keys()


@pytest.mark.parametrize(
    ("height", "inches"),
    [
        ("5'4\"", ("64", "64")),
        ("5 ft 4", ("64", "64")),
        ("160 cm", ("62.99", "62.99")),
        ("5'2\" - 5'6\"", ("62", "66")),
    ],
)
def test_heights_are_read_as_people_write_them(as_person, alice, case, height, inches):
    rosa = case.people.visible_to(alice).get()
    browser = as_person(alice)
    shown = browser.get(page(case, "people", rosa.pk)).context["form"]
    saved = browser.post(page(case, "people", rosa.pk), filled(shown, height=height, weight="120 - 130 lb"))
    assert saved.status_code == 302, saved.context["form"].errors
    rosa.refresh_from_db()
    assert (rosa.height_min, rosa.height_max) == tuple(map(Decimal, inches))
    assert (rosa.weight_min, rosa.weight_max) == (Decimal(120), Decimal(130))
    assert rosa.age_min == 17


def test_what_cannot_be_read_is_said_beside_the_question(as_person, alice, case):
    answer = as_person(alice).post(
        page(case, "people"), {**WRITTEN["people"], **SAID, "height": "tall", "sex": "female"}
    )
    assert answer.status_code == 422
    assert "5'4" in answer.context["form"].errors["height"][0]


def test_a_rule_broken_is_said_beside_the_question_that_stands_for_the_column(as_person, alice, case):
    wrong = {**WRITTEN["events"], **SAID, "when": "2999"}
    answer = as_person(alice).post(page(case, "events"), wrong)
    assert answer.status_code == 422
    assert answer.context["form"].errors["when"]


def test_a_time_of_day_gives_an_event_its_day(as_person, alice, case):
    timed = {**WRITTEN["events"], **SAID, "when": "", "at": "2024-05-03T22:10"}
    assert as_person(alice).post(page(case, "events"), timed).status_code == 302
    event = CaseEvent.objects.visible_to(alice).get()
    assert (str(event.latest_on), event.precision, event.at.hour) == ("2024-05-03", "exact", 22)


def test_two_who_correct_one_part_choose_value_by_value(as_person, alice, sam, case):
    ring = add_part(alice, case, "belongings", {**EXAMPLES["belongings"], "lay": ""}, **BY)
    browser, other = as_person(alice), as_person(sam)
    form = browser.get(page(case, "belongings", ring.pk)).context["form"]
    theirs = other.get(page(case, "belongings", ring.pk)).context["form"]
    other.post(page(case, "belongings", ring.pk), filled(theirs, description="Gold ring"))
    mine = filled(form, description="Brass ring", ncic_code="RNG")
    conflict = browser.post(page(case, "belongings", ring.pk), mine)
    assert conflict.status_code == 409
    assert "Gold ring" in conflict.content.decode()
    version = re.search(rb'name="version" value="(\d+)"', conflict.content)[1].decode()
    chosen = {**mine, "version": version, "keep_description": "theirs"}
    assert browser.post(page(case, "belongings", ring.pk), chosen).status_code == 302
    ring.refresh_from_db()
    assert (ring.description, ring.ncic_code) == ("Gold ring", "RNG")


def test_somebody_elses_change_elsewhere_is_named(as_person, alice, sam, case):
    ring = add_part(alice, case, "belongings", EXAMPLES["belongings"], **BY)
    browser = as_person(alice)
    form = browser.get(page(case, "belongings", ring.pk)).context["form"]
    rosa = case.people.visible_to(alice).get()
    rosa.case = case
    edit_person(sam, rosa, {"hair": "black"}, expected_version=2, **BY)
    conflict = browser.post(page(case, "belongings", ring.pk), filled(form, description="Brass ring"))
    assert conflict.status_code == 409
    assert b"Hair" in conflict.content


def test_an_event_superseded_meanwhile_is_corrected_as_it_stands(as_person, alice, case):
    seen = add_part(alice, case, "events", EXAMPLES["events"], **BY)
    first = seen.pk
    browser = as_person(alice)
    form = browser.get(page(case, "events", first)).context["form"]
    assert browser.post(page(case, "events", first), filled(form, title="Seen twice")).status_code == 302
    assert browser.get(page(case, "events", first)).context["form"]["title"].value() == "Seen twice"


def test_a_person_of_whom_something_is_told_is_not_withdrawn(as_person, alice, case):
    rosa = case.people.visible_to(alice).get()
    add_part(alice, case, "features", {**EXAMPLES["features"], "person": rosa.pk}, **BY)
    refused = as_person(alice).post(page(case, "people", rosa.pk, "withdraw"), {"version": 2, "reason": "Wrong"})
    assert refused.status_code == 422


def test_a_withdrawn_number_is_free_again(as_person, alice, case, a_case):
    browser, other = as_person(alice), a_case()
    asked = {**WRITTEN["numbers"], **SAID}
    browser.post(page(case, "numbers"), asked)
    assert browser.post(page(other, "numbers"), asked).status_code == 422
    row = newest(case, "numbers", alice)
    browser.post(page(case, "numbers", row.pk, "withdraw"), {"version": 2, "reason": "Wrong case"})
    assert browser.post(page(other, "numbers"), asked).status_code == 302


@pytest.fixture
def others(as_person, bob, charlie):
    """Bob, who may not correct, and Charlie, who may know of nothing, with what each is answered."""
    return ((as_person(bob), 403), (as_person(charlie), 404))


@pytest.mark.parametrize("part", PARTS)
def test_bob_may_not_and_charlie_learns_nothing(others, alice, case, part):
    row = add_part(alice, case, part, EXAMPLES[part], **BY)
    for browser, status in others:
        assert browser.get(page(case, part)).status_code == status
        assert browser.get(page(case, part, row.pk)).status_code == status
        assert browser.post(page(case, part, row.pk, "withdraw"), {"version": 2, "reason": "x"}).status_code == status
