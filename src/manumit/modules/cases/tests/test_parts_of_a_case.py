"""Features, vehicles, places, events and every other part: each change is a version, each group its own."""

from datetime import date

import pytest
from django.core.exceptions import ValidationError

from manumit.modules.cases import questions
from manumit.modules.cases.actions.add_part import add_part
from manumit.modules.cases.actions.edit_part import edit_part
from manumit.modules.cases.actions.withdraw_part import withdraw_part
from manumit.modules.cases.models import PARTS, CaseEvent
from manumit.spine import access
from manumit.spine.access import Denied, Hidden
from manumit.spine.records import Conflict, NothingToChange, RecordHistory
from manumit.spine.workflow.rulebook import Broken

from .parts import BY, EXAMPLES


def test_there_is_an_example_of_every_part():
    assert EXAMPLES.keys() == PARTS.keys()


@pytest.mark.parametrize("part", PARTS)
def test_a_part_added_is_read_back_whole_with_who_said_it(case, alice, part):
    row = add_part(alice, case, part, EXAMPLES[part], **BY)
    found = access.find(alice, "read_summary", "case", case.number)
    parts = questions.events_of(found) if part == "events" else questions.parts_of(found).other[part]
    stands = next(each for each in parts if each.pk == row.pk)
    stored = PARTS[part].objects.visible_to(alice).get(pk=row.pk)
    fields = [field.attname for field in PARTS[part]._meta.concrete_fields]
    assert [getattr(stands, name) for name in fields] == [getattr(stored, name) for name in fields]
    assert RecordHistory.objects.filter(record_id=case.pk, version=2, verb="case.part.add").exists()


@pytest.mark.parametrize("part", PARTS)
def test_a_part_is_read_with_its_group_only(case, alice, charlie, part):
    row = add_part(alice, case, part, EXAMPLES[part], **BY)
    assert questions.part_in(alice, case, part, row.pk) is not None
    assert questions.part_in(charlie, case, part, row.pk) is None
    case.can_read_summary = True
    assert questions.parts_of(case).other == {}


def test_a_part_of_a_person_is_of_one_in_the_case(case, a_case, alice):
    stranger = a_case().people.visible_to(alice).get()
    with pytest.raises(ValidationError, match="not in the case"):
        add_part(alice, case, "features", {**EXAMPLES["features"], "person": stranger.pk}, **BY)
    own = case.people.visible_to(alice).get()
    assert add_part(alice, case, "features", {**EXAMPLES["features"], "person": own.pk}, **BY).person == own


def test_a_correction_keeps_what_stood(case, alice):
    ring = add_part(alice, case, "belongings", EXAMPLES["belongings"], **BY)
    edit_part(alice, ring, {"description": "Gold ring"}, expected_version=2, **BY)
    change = RecordHistory.objects.get(record_id=case.pk, version=3).changes[f"belongings.{ring.pk}.description"]
    assert (change["from"], change["to"]) == ("Silver ring", "Gold ring")
    with pytest.raises(NothingToChange):
        edit_part(alice, ring, {"description": "Gold ring"}, expected_version=3, **BY)
    with pytest.raises(Conflict):
        edit_part(alice, ring, {"description": "Brass ring"}, expected_version=2, **BY)


def test_an_event_is_superseded_not_written_over(case, alice):
    seen = add_part(alice, case, "events", EXAMPLES["events"], **BY)
    first = seen.pk
    edit_part(alice, seen, {"latest_on": date(2024, 5, 4)}, expected_version=2, **BY)
    earlier = CaseEvent.objects.visible_to(alice).get(pk=first)
    assert (earlier.latest_on, earlier.superseded_by_id) == (date(2024, 5, 3), seen.pk)
    found = access.find(alice, "read_summary", "case", case.number)
    assert [each.pk for each in questions.events_of(found)] == [seen.pk]


def test_what_was_entered_in_error_is_withdrawn_with_its_reason(case, alice):
    ring = add_part(alice, case, "belongings", EXAMPLES["belongings"], **BY)
    withdraw_part(alice, ring, expected_version=2, reason="Belongs to another case")
    found = access.find(alice, "read_summary", "case", case.number)
    assert questions.parts_of(found).other["belongings"] == []
    assert questions.part_in(alice, case, "belongings", ring.pk) is None
    entry = RecordHistory.objects.get(record_id=case.pk, version=3).changes[f"belongings.{ring.pk}.withdrawn_at"]
    assert entry["source"] == "Belongs to another case"
    with pytest.raises(ValueError, match="already"):
        withdraw_part(alice, ring, expected_version=3, reason="Again")


@pytest.mark.parametrize(
    ("part", "wrong"),
    [
        ("events", {"earliest_on": "2024-05-09", "latest_on": "2024-05-01"}),
        ("events", {"earliest_on": "2999-01-01"}),
        ("vehicles", {"year_min": 2004, "year_max": 2003}),
        ("places", {"latitude": 91.0}),
        ("places", {"longitude": None}),
        ("remains", {"identified_by": "Dr. Reyes-Kane"}),
        ("remains", {"interval_unit": ""}),
        ("traditional_names", {"consent_by": ""}),
    ],
)
def test_what_cannot_be_is_refused(case, alice, part, wrong):
    with pytest.raises(Broken):
        add_part(alice, case, part, {**EXAMPLES[part], **wrong}, **BY)


def test_a_vin_with_a_wrong_digit_is_noticed_not_refused(case, alice):
    from manumit.modules.cases.rules import PART_RULES, PartFacts

    right = add_part(alice, case, "vehicles", {"vin": "1M8GDM9AXKP042788"}, **BY)
    wrong = add_part(alice, case, "vehicles", {"vin": "1M8GDM9A1KP042788"}, **BY)
    assert not PART_RULES.warned(PartFacts(case, right))
    assert PART_RULES.warned(PartFacts(case, wrong))[0].fields == ("vin",)


def test_only_those_who_may_edit(case, bob, charlie):
    with pytest.raises(Denied):
        add_part(bob, case, "features", EXAMPLES["features"], **BY)
    with pytest.raises(Hidden):
        add_part(charlie, case, "features", EXAMPLES["features"], **BY)
