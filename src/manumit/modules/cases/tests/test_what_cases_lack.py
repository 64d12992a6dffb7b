"""What a case lacks is counted, leads to just that case, and is told only to whom may read what would hold it."""

from datetime import timedelta

import pytest
from django.http import QueryDict
from django.utils import timezone

from manumit.modules.cases import filters, questions
from manumit.modules.cases.actions.add_file import add_file
from manumit.modules.cases.actions.add_number import add_number
from manumit.modules.cases.actions.add_part import add_part
from manumit.modules.cases.actions.edit_case import edit_case
from manumit.modules.cases.actions.edit_person import edit_person
from manumit.modules.cases.models import Case
from manumit.modules.cases.quality import LACKS
from manumit.spine.access.models import Release

from .parts import BY
from .uploads import PNG, received


def lacks(actor):
    """Return what each case the actor sees lacks."""
    found = {}
    for name in LACKS:
        for row in questions.list_cases(actor, filters.parse(QueryDict(f"lack={name}"))).rows:
            found.setdefault(row.number, set()).add(name)
    return found


@pytest.fixture
def old(case):
    Case.unscoped.filter(pk=case.pk).update(opened_at=timezone.now() - timedelta(days=31))
    return case


def rosa(case, actor, **values):
    person = case.people.visible_to(actor).get()
    person.case = case
    edit_person(actor, person, values, expected_version=case.version, **BY)


def test_a_case_as_reported_at_night_lacks_what_comes_later(old, alice):
    assert lacks(alice)[old.number] == {"ncic", "dna", "photograph", "description", "reported"}


def on_file(case, alice, kind):
    add_part(alice, case, "biometrics", {"biometric_kind": kind, "status": "entered"}, **BY)


def attach(case, alice):
    add_file(alice, case, {"file_kind": "photo"}, received(PNG, "rosa.png"), **BY)


@pytest.mark.parametrize(
    ("name", "mend"),
    [
        ("ncic", lambda case, alice: add_number(alice, case, "ncic", "M123456789", **BY)),
        ("ncic", lambda case, alice: rosa(case, alice, age_min="21")),
        ("dna", lambda case, alice: on_file(case, alice, "dna_family")),
        ("photograph", lambda case, alice: on_file(case, alice, "photograph")),
        ("photograph", attach),
        ("description", lambda case, alice: rosa(case, alice, hair="black")),
        ("description", lambda case, alice: add_part(alice, case, "features", {"feature_kind": "tattoo"}, **BY)),
        ("reported", lambda case, alice: edit(case, alice, reported_on="2024-05-03")),
    ],
)  # fmt: skip
def test_what_was_lacking_and_is_there_is_no_longer_counted(old, alice, name, mend, settings, tmp_path):
    settings.MANUMIT_HOME = tmp_path
    assert name in lacks(alice)[old.number]
    mend(old, alice)
    assert name not in lacks(alice).get(old.number, set())


def edit(case, alice, **changes):
    edit_case(alice, case, changes, expected_version=case.version, source="File")


def test_what_does_not_fit_is_counted(a_case, alice):
    bare = a_case(people=(), last_seen_precision="unknown", last_seen_earliest_on=None, last_seen_latest_on=None,
                  last_seen_county="")  # fmt: skip
    assert lacks(alice)[bare.number] >= {"last_seen", "county", "person", "description"}
    add_part(alice, bare, "tribes", {"reported_as": "River People"}, **BY)
    edit(bare, alice, last_seen_precision="day", last_seen_earliest_on="2024-05-02", last_seen_latest_on="2024-05-02")
    Case.unscoped.filter(pk=bare.pk).update(reported_on="2024-05-01")
    assert lacks(alice)[bare.number] >= {"tribe", "order"}
    yesterday = timezone.now().date() - timedelta(days=1)
    Case.unscoped.filter(pk=bare.pk).update(state="suspended", review_on=yesterday)
    assert "review" in lacks(alice)[bare.number]
    Case.unscoped.filter(pk=bare.pk).update(state="resolved", outcome="located_deceased")
    assert "remains" in lacks(alice)[bare.number]


def test_charlie_is_told_only_of_what_he_may_read(old, sam, alice, charlie):
    assert lacks(charlie) == {}
    Release.objects.create(
        kind="case", record_id=old.pk, agency_id=charlie.agency_id, groups=["summary"], purposes=["investigation"],
        authority="Agreement", expires_at=timezone.now() + timedelta(days=1), released_by_id=sam.person_id,
    )  # fmt: skip
    assert lacks(charlie) == {old.number: {"reported"}}


def test_the_page_counts_and_leads_to_the_list(as_person, alice, charlie, old):
    page = as_person(alice).get("/cases/quality/")
    line = next(each for each in page.context["lines"] if "lack=dna" in each["href"])
    assert line["count"] == "1"
    assert old.number in as_person(alice).get(line["href"]).content.decode()
    strange = as_person(charlie).get(f"/cases/quality/?owner={alice.agency_id}")
    assert {each["count"] for each in strange.context["lines"]} == {"0"}
    assert as_person(alice).get("/cases/quality/?owner=x").context["owner"] == alice.agency_id


def test_an_unknown_lack_narrows_nothing_and_says_so(as_person, alice, old):
    page = as_person(alice).get("/cases/?lack=nothing")
    assert page.context["narrowing"].errors["lack"]
