"""Which suspects answer an inquiry: those on whom a basis stands, who were not cleared and may not be under 18."""

from dataclasses import replace
from datetime import timedelta

import pytest
from django.utils import timezone

from manumit.modules.suspects.actions.add_part import add_part
from manumit.modules.suspects.actions.match_inquiry import MATCHERS, match_inquiry
from manumit.modules.suspects.linking import LINKABLE, PARTS
from manumit.modules.suspects.models import Suspect, SuspectPhone
from manumit.spine.access.models import Release
from manumit.spine.records.askable import AskedFor, Question

from .conftest import BY

NAMED = Question(AskedFor.PERSON, family_name="marlow", given_names="ED")
ASKED = {
    AskedFor.PHONE: (Question(AskedFor.PHONE, "1 406 555 0177"), "phones", {"number": "(406) 555-0177"}),
    AskedFor.PLATE: (Question(AskedFor.PLATE, "ab1234"), "vehicles", {"plate_number": "AB 1234"}),
    AskedFor.VIN: (Question(AskedFor.VIN, "1FTFW1ET5DFC00001"), "vehicles", {"vin": "1ftfw1et5dfc00001"}),
    AskedFor.ACCOUNT: (Question(AskedFor.ACCOUNT, "ed@example.org"), "accounts",
                       {"platform": "email", "handle": "Ed@example.org"}),
    AskedFor.NUMBER: (Question(AskedFor.NUMBER, "MT 77"), "documents", {"document_kind": "license", "number": "MT-77"}),
}  # fmt: skip


@pytest.fixture
def pointing(suspect):
    """An adult person of interest that others may be pointed to."""
    Suspect.unscoped.filter(pk=suspect.pk).update(level="pointer", birth="1980")
    return suspect


def change(suspect, **values) -> None:
    """Write columns past the actions."""
    Suspect.unscoped.filter(pk=suspect.pk).update(**values)


def test_a_person_is_met_by_name_and_what_else_is_known(pointing, charlie):
    assert list(match_inquiry(charlie, NAMED)) == [pointing.pk]
    for known, met in (
        ({"given_names": "Someone"}, False), ({"born_from": 1975, "born_until": 1985}, True),
        ({"born_from": 1990}, False), ({"sex": "female"}, True),
    ):  # fmt: skip
        assert bool(match_inquiry(charlie, replace(NAMED, **known))) is met, known


@pytest.mark.parametrize("form", ASKED)
def test_identifiers_are_met_however_they_are_written(form, pointing, alice, charlie):
    question, part, values = ASKED[form]
    assert list(match_inquiry(charlie, question)) == []
    add_part(alice, pointing, part, values, **BY)
    assert list(match_inquiry(charlie, question)) == [pointing.pk]


LATE = {"review_on": timezone.localdate() - timedelta(days=1)}
UNMATCHED: list[dict[str, object]] = [
    {"has_basis": False}, {"standing": "cleared"}, LATE, {**LATE, "standing": "concluded", "outcome": "convicted"},
    *({"standing": "concluded", "outcome": each} for each in ("acquitted", "dismissed", "declined", "died")),
]  # fmt: skip
"""Who is matched with nothing at all."""


@pytest.mark.parametrize("hidden", UNMATCHED, ids=str)
def test_who_is_not_matched_answers_nothing_and_is_in_no_index(hidden, pointing, alice, charlie):
    add_part(alice, pointing, "phones", {"number": "406 555 0177"}, **BY)
    assert [len(list(each.read([pointing.pk]))) for each in LINKABLE] == [1, 0, 1, 0]
    change(pointing, **hidden)
    assert list(match_inquiry(charlie, NAMED)) == []
    assert not any(list(each.read([pointing.pk])) for each in LINKABLE)


@pytest.mark.parametrize("standing", ["arrested", "charged"])
def test_pending_proceedings_keep_somebody_matched_past_the_day_of_review(standing, pointing, charlie):
    change(pointing, **LATE, standing=standing)
    assert list(match_inquiry(charlie, NAMED)) == [pointing.pk]


@pytest.mark.parametrize(
    "hidden",
    [
        {"minor": True, "under_18": "unknown"}, {"level": "restricted"}, {"level": "open"},
    ],
)  # fmt: skip
def test_who_never_answers(hidden, pointing, charlie):
    change(pointing, **hidden)
    assert list(match_inquiry(charlie, NAMED)) == []


def test_somebody_under_18_answers_by_release_alone(pointing, charlie):
    change(pointing, minor=True, under_18="yes")
    Release.objects.create(
        kind="suspect", record_id=pointing.pk, agency_id=charlie.agency_id, groups=["summary", "description"],
        purposes=["investigation"], authority="Order 7", expires_at=timezone.now() + timedelta(days=1),
    )  # fmt: skip
    assert list(match_inquiry(charlie, NAMED)) == [pointing.pk]


def test_what_was_withdrawn_or_seen_in_part_is_met_by_nothing(pointing, alice, charlie):
    question, part, values = ASKED[AskedFor.PHONE]
    add_part(alice, pointing, part, values, **BY)
    SuspectPhone.unscoped.update(withdrawn_at=timezone.now())
    assert list(match_inquiry(charlie, question)) == []
    add_part(alice, pointing, "vehicles", {"plate_number": "AB1234", "plate_partial": True}, **BY)
    assert list(match_inquiry(charlie, ASKED[AskedFor.PLATE][0])) == []


@pytest.mark.parametrize(("said", "crosses"), [("no", True), ("unknown", False), ("yes", False)])
def test_nothing_of_somebody_who_may_be_under_18_crosses_by_a_link(said, crosses, pointing, alice):
    for _question, part, values in ASKED.values():
        add_part(alice, pointing, part, values, **BY)
    change(pointing, under_18=said, minor=said != "no")
    read = [list(each.read([pointing.pk])) for each in LINKABLE]
    assert all(read), "the person, vehicles, a telephone and an account"
    assert {thing.crosses for things in read for thing in things} == {crosses}


def test_what_was_withdrawn_is_linked_by_nothing(pointing, alice):
    for _question, part, values in ASKED.values():
        add_part(alice, pointing, part, values, **BY)
    told = ("names", "phones", "accounts", "documents", "plates", "vins")

    def read() -> tuple[set[str], list[int]]:
        (person,), *things = (list(each.read([pointing.pk])) for each in LINKABLE)
        return {name for name in told if person.facts[name]}, [len(each) for each in things]

    assert read() == (set(told), [2, 1, 1])
    for model in PARTS:
        model.unscoped.update(withdrawn_at=timezone.now())
    assert read() == (set(), [0, 0, 0])


def test_every_form_is_answered():
    assert set(MATCHERS) == set(AskedFor.values)
