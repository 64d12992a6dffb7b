"""By program: who read what was released, and what nations decided; strangers read nothing of the first."""

import pytest
from django.utils import timezone

from manumit.spine import audit
from manumit.spine.access import allowed, find
from manumit.spine.access.models import NationRule
from manumit.spine.access.resting import rests_on
from manumit.spine.records.releasing import Terms
from manumit.spine.workflow.actions.release_record import release_record

from .cases import open_case, with_cases
from .conftest import actor
from .showing import DAYS
from .test_exchange_api import Program, day

pytestmark = [pytest.mark.django_db, with_cases]


def read(who, case) -> None:
    """Let somebody read a case, with the leaf of such a read."""
    found = find(who, "read_summary", "case", case.number)
    audit.record(who, "case.read", kind="case", record_id=case.pk, group="summary", detail=rests_on(who, found))


def test_the_owner_reads_who_read_and_by_which_release(ada, gus, charlie, bureau, tribal) -> None:
    case, other = open_case(ada), open_case(ada)
    groups, purposes = frozenset({"people"}), frozenset({"investigation"})
    made = release_record(ada, case, Terms(bureau.pk, groups, purposes, "Order", timezone.now() + 9 * DAYS))
    owner, stranger = Program(ada), Program(charlie)
    assert owner.get(f"/readers/case/{case.number}").json() == {"items": [], "before": None}
    read(gus, case)
    for path in ("/readers/", f"/readers/case/{case.number}"):
        (line,) = owner.get(path).json()["items"]
        assert (line["person"], line["agency"], line["number"]) == ("Gus", bureau.name, case.number), path
        assert (line["releases"], line["groups"]) == ([made.pk], ["summary", "people"])
        assert line["purpose"] == "investigation"
        assert owner.get(f"{path}?before={line['id']}").json()["items"] == []
    assert owner.get(f"/readers/case/{other.number}").json()["items"] == []
    assert Program(gus).get(f"/readers/case/{case.number}").status_code == 403
    there, absent = (stranger.get(f"/readers/case/{number}") for number in (case.number, "C-0000-000"))
    assert (there.status_code, there.json()) == (404, absent.json())
    assert stranger.get("/readers/").json()["items"] == []
    assert Program(actor("clerk", tribal, "administrator")).get("/readers/").status_code == 403
    assert owner.get("/readers/?before=0").status_code == 422


def test_a_nation_decides_by_program_and_what_it_ends_ends(ada, ben, fay, gus, bureau, nation) -> None:
    case = open_case(ada, nation=nation)
    groups, purposes = frozenset({"people"}), frozenset({"investigation"})
    release_record(ada, case, Terms(bureau.pk, groups, purposes, "Order", timezone.now() + 9 * DAYS))
    here, ours = f"/nations/{nation.pk}/decisions", Program(ada)
    yes = {"use": "statistics", "allowed": True, "decided_by": "Tribal Council", "citation": "Resolution 26-20"}
    for stranger in (ben, fay):
        assert Program(stranger).post(here, yes).status_code == 403
    key = {"Idempotency-Key": "resolution-26-20"}
    made = [ours.post(here, yes, headers=key) for _ in range(2)]
    assert [each.status_code for each in made] == [201, 201], made[0].content
    assert NationRule.objects.count() == 1
    (row,) = Program(fay).get("/nations/").json()["items"]
    assert (row["statistics"], row["research"], row["public_listing"]) == (True, False, False)
    for wrong, field in (
        ({"use": "gossip"}, "use"), ({"agency": bureau.pk}, "agency"), ({"citation": " "}, "citation"),
        ({"ends_on": day(-1)}, "ends_at"),
    ):  # fmt: skip
        refused = ours.post(here, {**yes, **wrong})
        assert (refused.status_code, field in str(refused.json())) == (422, True), refused.content
    assert allowed(gus, "read_people", case)
    no = {**yes, "use": "investigation", "allowed": False, "agency": bureau.pk, "citation": "Resolution 26-31"}
    assert ours.post(here, no).status_code == 201
    assert not allowed(gus, "read_summary", case)
    assert [each["citation"] for each in Program(fay).get(here).json()["items"]] == [
        "Resolution 26-31", "Resolution 26-20",
    ]  # fmt: skip
    assert ours.get("/nations/999999/decisions").status_code == ours.post("/nations/999999/decisions", yes).status_code
