"""A NamUs document becomes a case with every noun; a later one changes what it changes, and nothing else."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from manumit.modules.cases.actions.edit_part import edit_part
from manumit.modules.cases.actions.withdraw_part import withdraw_part
from manumit.modules.cases.models import (
    PARTS,
    Belonging,
    Biometric,
    Case,
    CaseAgency,
    CaseEvent,
    CasePerson,
    CasePlace,
    Feature,
    OutsideNumber,
    PersonName,
    Remains,
    TribeAssociation,
    Vehicle,
)
from manumit.modules.cases.models.part import CasePart
from manumit.spine.identity.actor import Actor
from manumit.spine.records import RecordHistory

from .conftest import Importing
from .documents import document, file


def of(row: Any, *names: str) -> tuple[Any, ...]:
    return tuple(getattr(row, name) for name in names)


def counts() -> dict[str, int]:
    return {name: model.unscoped.count() for name, model in PARTS.items() if model.unscoped.exists()}


def feature(identity: int, description: str) -> dict[str, Any]:
    return {
        "id": identity * 10,
        "identityId": identity,
        "physicalFeature": {"name": "Tattoo"},
        "description": description,
    }


def test_a_missing_person_with_everything(importing: Importing) -> None:
    assert importing(file(document("MP"))).counts == (1, 0, 0, 0)
    case, person = Case.unscoped.get(), CasePerson.unscoped.get()
    assert of(case, "case_type", "state", "level", "last_seen_earliest_on", "tribal_land") == (
        "missing", "active", "open", date(2025, 6, 8), "yes",
    )  # fmt: skip
    assert of(case, "last_seen_state", "last_seen_county", "last_seen_city") == ("AK", "Juneau", "Juneau")
    assert (case.reported_on, case.circumstances) == (date(2025, 6, 9), "Some circumstancesOfDisappearance")
    assert of(person, "given_names", "middle_names", "family_name", "sex") == ("Robin", "Lee", "Alder", "female")
    assert of(person, "age_min", "age_max", "height_min", "height_max", "weight_min") == (30, 34, 60, 64, 120)
    assert of(person, "hair", "eye_left", "eye_right", "none_known") == ("blond", "hazel", "hazel", ["features"])
    assert counts() == {
        "names": 2, "indian_status": 1, "tribes": 1, "features": 2, "belongings": 1, "biometrics": 2, "places": 1,
        "vehicles": 1, "events": 1,
    }  # fmt: skip
    assert sorted(OutsideNumber.unscoped.values_list("scheme", "value")) == [
        ("namus", "MP1"),
        ("ncmec", "SOME NCMECNUMBER"),
    ]


def test_its_parts_are_those_of_its_person_and_say_what_the_document_says(importing: Importing) -> None:
    importing(file(document("MP")))
    person = CasePerson.unscoped.get()
    assert {part.person_id for part in Feature.unscoped.all()} == {person.pk}
    assert of(Belonging.unscoped.get(), "belonging_kind", "description") == ("footwear", "Some description")
    vehicle = Vehicle.unscoped.get()
    assert of(vehicle, "year_min", "style", "colors", "color_text") == (
        1998,
        "pickup",
        ["blue", "white"],
        "Blue and White",
    )
    place = CasePlace.unscoped.get()
    assert of(place, "role", "latitude", "longitude", "position_precision") == ("last_seen", 58.3, -134.4, "locality")
    tribe = TribeAssociation.unscoped.get()
    assert of(tribe, "reported_as", "tribe", "enrolled") == ("Invented River Tribe", "", "yes")
    picture = Biometric.unscoped.filter(source_key__contains="images").get()
    assert of(picture, "biometric_kind", "held_by", "reference") == ("other", "NamUs", "Some storageKey")
    assert CaseEvent.unscoped.get().title == "Some noteType"


def test_the_investigating_agency_is_recorded_and_not_made_owner(importing: Importing, alice: Actor) -> None:
    importing(file(document("MP")))
    assert Case.unscoped.get().owner_id == alice.agency_id
    lead, helper = CaseAgency.unscoped.order_by("pk")
    assert of(lead, "role", "agency_name", "number", "reported_on", "jurisdiction", "agency_id") == (
        "lead", "Some name", "Some caseNumber", date(2025, 6, 9), "tribal", None,
    )  # fmt: skip
    assert lead.contact.startswith("Some firstName Some lastName, Some phone1 ext. Some phone1Extension")
    assert helper.role == "assisting"


def test_remains_and_the_unclaimed(importing: Importing) -> None:
    assert importing(file(document("UP"), document("UCP"))).counts == (2, 0, 0, 0)
    unidentified, unclaimed = Case.unscoped.order_by("pk")
    assert (unidentified.case_type, unclaimed.case_type) == ("unidentified_remains", "unclaimed")
    assert (unidentified.subject_name, unclaimed.subject_name) == ("", "Alder, Robin")
    found = Remains.unscoped.get(case=unidentified)
    assert of(found, "status", "condition", "interval", "interval_unit", "died") == (
        "deceased", "recognizable", 8, "months", "2020/2024",
    )  # fmt: skip
    assert Remains.unscoped.get(case=unclaimed).status == "unclaimed"
    person = CasePerson.unscoped.get(case=unidentified)
    assert of(person, "birth", "age_group", "height_certainty") == ("1980/1990", "adult_pre_30", "measured")
    place = CasePlace.unscoped.get(case=unidentified)
    assert of(place, "role", "latitude", "position_precision") == ("found", 58.30194, "exact")
    assert set(PersonName.unscoped.filter(case=unidentified).values_list("name_type", flat=True)) == {
        "unknown",
        "nickname",
    }


@pytest.mark.parametrize(
    ("changed", "level"),
    [
        ({}, "open"),
        ({"viewPermission": "lawEnforcement"}, "restricted"),
        ({"publicationStatus": {"name": "Unpublished"}}, "restricted"),
        ({"notes": [{"id": 1, "isPublic": False, "noteType": "x"}]}, "restricted"),
        (
            {"caseContributors": [{"id": 1, "user": {"email": "a@example.org", "isPublicEmail": False}}]},
            "restricted",
        ),
    ],
)
def test_what_namus_does_not_show_to_everybody_is_not_opened_to_partners(
    importing: Importing, changed: dict[str, Any], level: str
) -> None:
    assert importing(file(document("MP", **changed))).counts == (1, 0, 0, 0)
    assert Case.unscoped.get().level == level


def test_a_later_document_changes_adds_and_withdraws_with_history(importing: Importing) -> None:
    marks = [feature(1, "Rose"), feature(2, "Anchor")]
    importing(file(document("MP", physicalFeatureDescriptions=marks)))
    later = document(
        "MP",
        physicalFeatureDescriptions=[feature(1, "Red rose"), feature(3, "Bear")],
        modifiedDateTime="2025-08-01T00:00:00Z",
    )
    assert importing(file(later)).counts == (0, 1, 0, 0)
    stands = Feature.unscoped.filter(withdrawn_at=None, feature_kind="tattoo").order_by("pk")
    assert [part.description for part in stands] == ["Red rose", "Bear"]
    anchor = Feature.unscoped.get(description="Anchor")
    changes = RecordHistory.objects.get(version=2).changes
    rose = changes[f"features.{stands[0].pk}.description"]
    assert (rose["from"], rose["to"], rose["source"], rose["said_on"]) == ("Rose", "Red rose", "NamUs", "2025-08-01")
    assert f"features.{anchor.pk}.withdrawn_at" in changes
    assert importing(file(later)).counts == (0, 0, 1, 0)


def test_what_comes_back_stands_again(importing: Importing) -> None:
    for month, marks in ((6, [feature(1, "Rose")]), (7, []), (8, [feature(1, "Rose")])):
        importing(
            file(document("MP", physicalFeatureDescriptions=marks, modifiedDateTime=f"2025-0{month}-01T00:00:00Z"))
        )
    assert Feature.unscoped.get(description="Rose").withdrawn_at is None
    assert Case.unscoped.get().version == 3


def test_an_older_document_does_not_undo_a_newer_one(importing: Importing) -> None:
    older = document("MP", physicalFeatureDescriptions=[feature(1, "Rose")])
    importing(file(document("MP", modifiedDateTime="2025-08-01T00:00:00Z")))
    outcome = importing(file(older))
    assert outcome.counts == (0, 0, 0, 1)
    assert "older than what stands" in outcome.refusals[0].reason


def only(model: type[CasePart], **where: Any) -> Any:
    return model.unscoped.select_related("case").get(**where)


def test_what_people_corrected_or_withdrew_stays(importing: Importing, alice: Actor) -> None:
    marks = [feature(1, "Rose"), feature(2, "Anchor")]
    importing(file(document("MP", physicalFeatureDescriptions=marks)))
    edit_part(alice, only(Feature, description="Rose"), {"description": "Lily"}, expected_version=1, source="Sister")
    withdraw_part(alice, only(Feature, description="Anchor"), expected_version=2, reason="Entered in error")
    assert importing(file(document("MP", physicalFeatureDescriptions=marks))).counts == (0, 0, 1, 0)
    other = document("MP", physicalFeatureDescriptions=marks, vehicles=[], modifiedDateTime="2025-08-01T00:00:00Z")
    assert importing(file(other)).counts == (0, 1, 0, 0)
    assert sorted(Feature.unscoped.filter(withdrawn_at=None).values_list("description", flat=True))[0] == "Lily"
    assert only(Feature, description="Anchor").withdrawn_at is not None
    assert only(Vehicle).withdrawn_at is not None
    news = document("MP", physicalFeatureDescriptions=[feature(1, "Tulip")], modifiedDateTime="2025-09-01T00:00:00Z")
    outcome = importing(file(news))
    assert outcome.counts == (0, 0, 0, 1)
    assert "says otherwise than Sister" in outcome.refusals[0].reason


def test_a_number_that_another_case_has_is_left_out_and_told(importing: Importing) -> None:
    outcome = importing(file(document("MP", 1), document("MP", 2)))
    assert outcome.counts == (2, 0, 0, 0)
    assert [note.row for note in outcome.notes if "NCMEC" in note.reason] == [2]
    assert OutsideNumber.unscoped.filter(scheme="ncmec").count() == 1


def test_ends_the_wrong_way_round_are_put_in_order_and_told(importing: Importing) -> None:
    who = {"firstName": "Robin", "lastName": "Alder", "computedMissingMinAge": 33, "computedMissingMaxAge": 31}
    outcome = importing(file(document("MP", subjectIdentification=who)))
    assert of(CasePerson.unscoped.get(), "age_min", "age_max", "age_text") == (31, 33, "31 - 33 Years")
    assert "is 33, higher than 31" in outcome.notes[0].reason


def test_every_fault_of_a_document_is_named_by_its_path_and_the_rest_goes_in(importing: Importing) -> None:
    bad = document("MP", 2, sighting={"date": "soon", "address": {"state": {"name": "Atlantis"}}}, vehicles=3)
    outcome = importing(file(document("MP", 1), bad, document("MP", 3)))
    assert outcome.counts == (2, 0, 0, 1)
    assert {(one.row, one.column) for one in outcome.refusals} == {
        (2, "sighting.date"), (2, "sighting.address.state.name"), (2, "vehicles"),
    }  # fmt: skip
