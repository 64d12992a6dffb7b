"""What the agency's own people said is never overwritten by a file, and never asked about without news."""

from __future__ import annotations

from datetime import date

import pytest

from manumit.modules.cases.actions.add_number import add_number
from manumit.modules.cases.actions.edit_case import edit_case
from manumit.modules.cases.actions.edit_person import edit_person
from manumit.modules.cases.actions.open_case import Report, open_case
from manumit.modules.cases.models import Case, CasePerson
from manumit.spine.identity.actor import Actor

from .conftest import Importing, missing


@pytest.fixture
def corrected(importing: Importing, alice: Actor) -> Case:
    """A case NamUs told of, whose city a deputy has corrected."""
    importing(missing({}))
    case = Case.unscoped.get()
    return edit_case(alice, case, {"last_seen_city": "Douglas"}, expected_version=1, source="Deputy Reed")


def test_the_same_file_again_leaves_a_correction_alone(importing: Importing, corrected: Case) -> None:
    assert importing(missing({})).counts == (0, 0, 1, 0)
    assert Case.unscoped.get().last_seen_city == "Douglas"


def test_other_news_is_taken_beside_a_correction(importing: Importing, corrected: Case) -> None:
    assert importing(missing({"DLC": "06/09/2025"})).counts == (0, 1, 0, 0)
    case = Case.unscoped.get()
    assert (case.last_seen_city, case.last_seen_latest_on) == ("Douglas", date(2025, 6, 9))


def test_news_on_what_was_corrected_waits_for_a_person(importing: Importing, corrected: Case) -> None:
    outcome = importing(missing({"City": "Sitka", "Date Modified": "09/01/2025"}))
    assert outcome.counts == (0, 0, 0, 1)
    assert outcome.refusals[0].column == "City"
    assert "says otherwise than Deputy Reed" in outcome.refusals[0].reason
    assert Case.unscoped.get().last_seen_city == "Douglas"


def test_a_correction_to_what_the_file_says_is_agreement(importing: Importing, corrected: Case) -> None:
    assert importing(missing({"City": "Douglas"})).counts == (0, 0, 1, 0)


def test_a_corrected_person_is_left_alone_too(importing: Importing, alice: Actor) -> None:
    importing(missing({}))
    person = CasePerson.unscoped.select_related("case").get()
    edit_person(alice, person, {"sex": "other"}, expected_version=1, source="Sister")
    assert importing(missing({})).counts == (0, 0, 1, 0)
    outcome = importing(missing({"Biological Sex": "Female"}))
    assert [(one.column, "Sister" in one.reason) for one in outcome.refusals] == [("Biological Sex", True)]


def test_a_case_entered_by_hand_is_not_overwritten(importing: Importing, alice: Actor) -> None:
    report = Report(
        {"case_type": "missing"}, source="Reporting party", people=[{"role": "missing", "family_name": "Alder"}]
    )
    case = open_case(alice, report)
    add_number(alice, case, "namus", "MP100001", source="NamUs")
    outcome = importing(missing({}))
    assert outcome.counts == (0, 0, 0, 1)
    assert "decide by hand" in outcome.refusals[0].reason


def test_an_older_row_does_not_undo_a_newer_one(importing: Importing) -> None:
    older, newer = missing({}), missing({"City": "Sitka", "Date Modified": "08/01/2025"})
    assert importing(older, newer).counts == (1, 1, 0, 0)
    outcome = importing(older, newer)
    assert outcome.counts == (0, 0, 1, 1)
    assert "older than what stands, which NamUs said on 2025-08-01" in outcome.refusals[0].reason


def test_what_changed_meanwhile_is_looked_at_again_under_lock(importing: Importing, alice: Actor, monkeypatch) -> None:
    from manumit.modules.cases.importing import batch

    importing(missing({}))
    lock = batch._lock

    def slow(cases: list[Case]) -> None:
        edit_case(alice, cases[0], {"last_seen_city": "Douglas"}, expected_version=1, source="Deputy Reed")
        lock(cases)

    monkeypatch.setattr(batch, "_lock", slow)
    assert importing(missing({"City": "Sitka"})).counts == (0, 0, 0, 1)
    assert Case.unscoped.get().last_seen_city == "Douglas"


def test_a_case_one_may_not_edit_is_refused_with_its_reason(importing: Importing, alice: Actor) -> None:
    importing(missing({}))
    auditor = Actor(alice.person_id, alice.agency_id, frozenset({"auditor"}), "records", alice.agency_kind)
    outcome = importing(missing({"City": "Sitka"}), actor=auditor)
    assert outcome.counts == (0, 0, 0, 1)
    assert "you may not edit this case" in outcome.refusals[0].reason


def test_a_row_that_was_refused_does_not_vouch_for_its_repetition(importing: Importing) -> None:
    importing(missing({"City": "Sitka", "Date Modified": "08/01/2025"}))
    assert importing(missing({}, {})).counts == (0, 0, 0, 2)
