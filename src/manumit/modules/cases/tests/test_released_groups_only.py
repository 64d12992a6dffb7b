"""A program gets the groups released to its agency and no trace of the others."""

from datetime import timedelta

import pytest
from django.utils import timezone

from manumit.spine.records.releasing import Terms
from manumit.spine.workflow.actions.release_record import release_record

URL = "/api/v1/cases/"


@pytest.mark.parametrize(
    ("groups", "present", "absent"),
    [
        ({"summary"}, {"summary"}, {"people", "place", "narrative", "agencies", "numbers"}),
        ({"people"}, {"summary", "people"}, {"place", "narrative", "agencies", "numbers"}),
        ({"place", "agencies"}, {"place", "agencies", "numbers"}, {"people", "narrative"}),
    ],
)
def test_absent_groups_are_absent(as_person, sam, charlie, case, *, groups, present, absent):
    later = timezone.now() + timedelta(days=1)
    release_record(sam, case, Terms(charlie.agency_id, frozenset(groups), frozenset({"investigation"}), "x", later))
    program = as_person(charlie)
    read = program.get(f"{URL}{case.number}")
    assert present <= read.json().keys()
    assert not absent & read.json().keys()
    assert read.json()["sealed"] == []
    named = "people" in groups
    assert ("Tallgrass" in read.content.decode()) is named
    assert (program.get(URL).json()["items"][0]["subject_name"] is not None) is named
    assert program.get(URL, {"q": "Tallgrass"}).json()["count"]["value"] == int(named)
    assert ("Tallgrass" in program.get("/cases/").content.decode()) is named
    assert ("Crow Agency" in program.get(f"/cases/{case.number}/").content.decode()) is ("place" in groups)
