"""A description is read as people give it, and what would not be compared is refused."""

import pytest
from django.utils import timezone

from manumit.linkage import PROFILES as COMPARED
from manumit.linkage.reading import read
from manumit.modules.links.pages.who_form import FIELDS_OF, WhoForm
from manumit.spine.matching.linkable import PROFILES

ASKED = {"case_kind": "case", "case_number": "C-4F7K-9Q2", "why": "A caller described her"}
WOMAN = {
    "name": "missing_person", "given": "Rosa", "family": "Tallgrass", "other_names": "Rosie Tallgrass, Red",
    "birth": "5/1990", "age": "30 - 40", "sex": "female", "height": "5'2\" - 5'6\"", "weight": "54 kg",
    "eyes": "brown", "hair": "black", "marks": "Tattoo of a swallow on neck, scar on left hand", "city": "Hardin",
    "state": "mt",
}  # fmt: skip
CAR = {
    "name": "vehicle", "plate": "4A??77", "plate_state": "mt", "vin": "1HGCM82633A004352", "make": "Honda",
    "model": "Accord", "year": "2003", "colour": "blue", "style": "sedan",
}  # fmt: skip


def form_of(**answers: str) -> WhoForm:
    return WhoForm({**ASKED, **answers})


def test_a_person_is_described_as_people_write_and_speak() -> None:
    form = form_of(**WOMAN)
    assert form.is_valid(), form.errors
    facts = form.facts()
    assert facts["names"] == [{"given": "Rosa", "family": "Tallgrass"}, "Rosie Tallgrass", "Red"]
    assert facts["birth"] == ["1990-05", {"low": 30.0, "high": 40.0, "on": timezone.localdate().isoformat()}]
    assert facts["height"] == [{"low": 62.0, "high": 66.0}]
    assert 118 < facts["weight"][0]["low"] < 120
    assert facts["eyes"] == [{"left": "BRO", "right": "BRO"}]
    assert facts["marks"] == ["Tattoo of a swallow on neck", "scar on left hand"]
    assert facts["places"] == [{"city": "Hardin", "state": "MT"}]


def test_a_vehicle_is_described_by_all_that_is_compared() -> None:
    form = form_of(**CAR)
    assert form.is_valid(), form.errors
    facts = form.facts()
    assert facts["plates"] == [{"number": "4A??77", "state": "MT"}]
    assert all(facts[name] for name in ("vins", "make", "model", "year", "colour", "style"))


@pytest.mark.parametrize("answers", [WOMAN, CAR, {"name": "phone", "phone": "(406) 555-0147"}])
def test_whatever_is_asked_can_be_read_and_says_something(answers) -> None:
    form = form_of(**answers)
    assert form.is_valid(), form.errors
    for profile in PROFILES[answers["name"]]:
        reading = read(COMPARED[profile], form.facts())
        assert any(reading.keys) or reading.names


@pytest.mark.parametrize(
    ("name", "field", "answer"),
    [("missing_person", "plate", "4A77"), ("unidentified_remains", "given", "Rosa"), ("vehicle", "sex", "male"),
     ("phone", "vin", "1HGCM82633A004352")],
)  # fmt: skip
def test_what_would_not_be_compared_is_refused_at_its_question(name, field, answer) -> None:
    form = form_of(name=name, **{field: answer})
    assert not form.is_valid()
    assert list(form.errors) == [field]


def test_every_question_belongs_to_a_section_and_every_fact_to_its_questions() -> None:
    placed = [name for names in WhoForm.sections_of.values() for name in names]
    assert sorted(placed) == sorted(set(WhoForm.base_fields) - {"case_kind"})
    form = form_of(name="missing_person", given="Rosa")
    assert form.is_valid()
    assert set(form.facts()) - {"race"} == set(FIELDS_OF)
