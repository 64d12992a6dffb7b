"""One agency written in several ways becomes one, after a look at what would change, and can be taken back."""

import pytest
from django.core.exceptions import ValidationError

from manumit.modules.cases import spellings
from manumit.modules.cases.actions.add_agency import add_agency
from manumit.modules.cases.actions.add_part import add_part
from manumit.modules.cases.actions.edit_part import edit_part
from manumit.modules.cases.actions.merge_spellings import merge_spellings, plan_merge
from manumit.modules.cases.actions.undo_merge import undo_merge
from manumit.modules.cases.models import CaseAgency, CasePlace, SpellingMerge
from manumit.modules.cases.spellings import Spelling, alike, spellings_of
from manumit.spine.access import Denied
from manumit.spine.records import NothingToChange, RecordHistory

from .parts import BY

LONG, SHORT = "Big Horn County Sheriff's Office", "Big Horn Co. Sheriffs Office"


def office(actor, case, name, **more):
    return add_agency(actor, case, {"agency_name": name, "role": "assisting", **more}, **BY)


def names(actor):
    rows = CaseAgency.objects.visible_to(actor).filter(withdrawn_at=None).order_by("pk")
    return list(rows.values_list("agency_name", flat=True))


@pytest.fixture
def two(case, a_case, alice):
    other = a_case()
    return office(alice, case, LONG), office(alice, other, SHORT)


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        (LONG, SHORT, True),
        ("Hardin Police Dept.", "HARDIN PD", True),
        ("Hardin Police Department", "Hardin PD", True),
        ("St. Ignatius Tribal Police", "Saint Ignatius Tribal Police", True),
        ("Crow Agency", "Crow Agancy", True),
        ("Hardin Police Department", "Hardin Fire Department", False),
    ],
)
def test_spellings_that_may_be_one_are_shown_together(one, other, same):
    assert bool(alike([Spelling(one, 1), Spelling(other, 2)])) is same


def test_the_same_name_in_another_state_is_another_place():
    assert alike([Spelling("Hardin", 1, "MT"), Spelling("HARDIN", 1, "KY")]) == []
    assert alike([Spelling("Hardin", 1, "MT"), Spelling("HARDIN", 2, "MT")])[0][0].text == "HARDIN"


def test_the_plan_changes_nothing_and_the_merge_what_was_planned(two, alice, sam):
    planned = plan_merge(sam, "agencies", [LONG, SHORT], LONG)
    assert [(each.row.pk, each.before, each.withdrawn) for each in planned] == [(two[1].pk, SHORT, False)]
    assert names(alice) == [LONG, SHORT]
    merge_spellings(sam, "agencies", [LONG, SHORT], LONG)
    assert names(alice) == [LONG, LONG]
    change = RecordHistory.objects.get(record_id=two[1].case_id, verb="case.spellings.merge").changes
    assert change[f"agencies.{two[1].pk}.agency_name"]["from"] == SHORT
    with pytest.raises(NothingToChange):
        merge_spellings(sam, "agencies", [LONG, SHORT], LONG)


def test_of_two_rows_of_one_case_that_say_the_same_the_later_goes(case, alice, sam):
    office(alice, case, LONG, number="4")
    office(alice, case, SHORT)
    office(alice, case, "BIG HORN COUNTY SHERIFF'S OFFICE", number="5")
    merge = merge_spellings(sam, "agencies", [LONG, SHORT, "BIG HORN COUNTY SHERIFF'S OFFICE"], LONG)
    assert names(alice) == [LONG, LONG]
    assert len(merge.withdrawn) == 1
    assert undo_merge(sam, merge.pk) == 2
    assert names(alice) == [LONG, SHORT, "BIG HORN COUNTY SHERIFF'S OFFICE"]


def test_undoing_leaves_what_was_changed_since(two, alice, sam):
    merge = merge_spellings(sam, "agencies", [LONG, SHORT], LONG)
    row = CaseAgency.objects.visible_to(alice).get(pk=two[1].pk)
    row.case = two[1].case
    row.case.refresh_from_db()
    edit_part(alice, row, {"agency_name": "Yellowtail Police"}, expected_version=row.case.version, **BY)
    assert undo_merge(sam, merge.pk) == 0
    assert names(alice) == [LONG, "Yellowtail Police"]
    with pytest.raises(ValidationError):
        undo_merge(sam, merge.pk)


def test_places_are_merged_in_their_state_only(case, alice, sam):
    for city, state in (("Crow Agency", "MT"), ("CROW AGENCY", "MT"), ("CROW AGENCY", "WY")):
        add_part(
            alice, case, "places", {"role": "sighting", "city": city, "state": state, "address": city + state}, **BY
        )
    merge_spellings(sam, "places", ["Crow Agency", "CROW AGENCY"], "Crow Agency", state="MT")
    places = CasePlace.objects.visible_to(alice).filter(withdrawn_at=None)
    assert set(places.values_list("city", "state")) == {("Crow Agency", "MT"), ("CROW AGENCY", "WY")}


def test_alice_may_not_and_another_agency_is_not_touched(two, alice, charlie, sam):
    with pytest.raises(Denied):
        merge_spellings(alice, "agencies", [LONG, SHORT], LONG)
    assert spellings_of(charlie, "agencies") == []
    with pytest.raises(NothingToChange):
        merge_spellings(charlie, "agencies", [LONG, SHORT], LONG)
    merge = merge_spellings(sam, "agencies", [LONG, SHORT], LONG)
    with pytest.raises(ValidationError):
        undo_merge(charlie, merge.pk)


def test_too_much_at_once_is_refused(two, sam, monkeypatch):
    monkeypatch.setattr("manumit.modules.cases.actions.merge_spellings.MOST", 1)
    with pytest.raises(ValidationError, match=r"2,000"):
        plan_merge(sam, "agencies", [LONG, SHORT], LONG)


def test_sam_looks_merges_and_undoes(as_person, two, alice, sam):
    browser, address = as_person(sam), "/cases/merge/agencies/"
    page = browser.get(address)
    assert [[each.text for each in group] for _n, group in page.context["groups"]] == [[SHORT, LONG]]
    sent = {"spelling": [LONG, SHORT], "kept": LONG, "state": ""}
    paused = browser.post(address, sent)
    assert SHORT in paused.content.decode()
    assert not SpellingMerge.objects.exists()
    assert browser.post(address, {**sent, "kept": "Nobody's"}).status_code == 302
    assert browser.post(address, {**sent, "confirmed": "yes"}).status_code == 302
    assert names(alice) == [LONG, LONG]
    merge = SpellingMerge.objects.get()
    assert browser.post(f"{address}undo/{merge.pk}/").status_code == 302
    assert names(alice) == [LONG, SHORT]
    assert b"Undone" in browser.get(address).content
    assert as_person(alice).get(address).status_code == 403


def test_nothing_is_merged_by_itself(case, alice):
    assert spellings.alike(spellings_of(alice, "places")) == []
