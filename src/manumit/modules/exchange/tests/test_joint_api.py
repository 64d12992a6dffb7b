"""Joint work by program: the same actions, the same refusals; a stranger learns of nothing."""

import pytest

from manumit.spine.access import allowed

from ..models import JointEntry, JointWork
from .cases import open_case, with_cases
from .conftest import actor
from .test_exchange_api import Program, day

pytestmark = [pytest.mark.django_db, with_cases]


def plan(case, **changed):
    """Return joint work on a case for thirty days."""
    return {
        "kind": "case", "number": case.number, "aim": "Find the truck", "authority": "25 USC 5701",
        "groups": ["people"], "may_add": ["note", "fact"], "ends_on": day(30), **changed,
    }  # fmt: skip


def test_it_is_started_joined_written_into_and_ended(ada, fay, gus, ben, charlie, bureau) -> None:
    case, lead, partner, stranger = open_case(ada), Program(ada), Program(fay), Program(charlie)
    assert Program(ben).post("/joint/", plan(case)).status_code == 403
    assert stranger.post("/joint/", plan(case)).status_code == 404
    key = {"Idempotency-Key": "joint-1"}
    made, again = (lead.post("/joint/", plan(case), headers=key) for _ in range(2))
    assert (made.status_code, made.json()) == (201, again.json()), made.content
    assert JointWork.objects.visible_to(ada).count() == 1
    assert lead.post("/joint/", plan(case)).status_code == 409, "work on it is joint already"
    here = f"/joint/{made.json()['number']}"
    assert partner.get(here).status_code == 404
    asked = lead.post(f"{here}/partners", {"agency": bureau.pk})
    assert [(each["name"], each["state"]) for each in asked.json()["partners"]] == [("BRB", "invited")]
    assert lead.post(f"{here}/partners", {"agency": bureau.pk}).status_code == 409
    told = partner.get(here).json()
    assert (told["aim"], "entries" in told) == ("Find the truck", False)
    assert not allowed(gus, "read_summary", case)
    assert Program(gus).post(f"{here}/steps/accept", {}).status_code == 403
    assert partner.post(f"{here}/steps/fly", {}).status_code == 404
    assert partner.post(f"{here}/steps/accept", {}).json()["state"] == "works"
    assert allowed(gus, "read_people", case)
    wrote = Program(gus).post(f"{here}/entries", {"adds": "fact", "text": "Plate 7KX 402"})
    assert (wrote.status_code, wrote.json()["done_at"]) == (201, None), wrote.content
    assert partner.post(f"{here}/entries", {"adds": "task", "text": "x"}).status_code == 409, "the lead does not let it"
    assert partner.post(f"{here}/entries", {"adds": "poem", "text": "x"}).status_code == 422
    done = f"{here}/entries/{wrote.json()['id']}/finish"
    assert partner.post(done, {}).status_code == 409, "a fact is the lead's to take in"
    assert lead.post(done, {}).json()["done_at"]
    assert lead.post(done, {}).status_code == 409
    task = lead.post(f"{here}/entries", {"adds": "task", "text": "Look", "for_agency": bureau.pk, "due_on": day(3)})
    assert (task.json()["for_agency"], task.json()["due_on"]) == (bureau.pk, day(3))
    assert [each["text"] for each in partner.get(here).json()["entries"]] == ["Look", "Plate 7KX 402"]
    version = lead.get(here).json()["version"]
    assert lead.post(f"{here}/end", {}).status_code == 428
    assert lead.post(f"{here}/end", {}, version=version + 7).status_code == 412
    assert partner.post(f"{here}/end", {}, version=version).status_code == 403
    assert lead.post(f"{here}/end", {}, version=version).json()["state"] == "ended"
    assert not allowed(gus, "read_summary", case)
    assert [each["number"] for each in lead.get("/joint/").json()["items"]] == [made.json()["number"]]


def test_a_partner_declines_leaves_or_is_parted_with(ada, fay, gus, bureau) -> None:
    case, lead, partner = open_case(ada), Program(ada), Program(fay)
    here = f"/joint/{lead.post('/joint/', plan(case)).json()['number']}"
    for steps, state in ((["decline"], "declined"), (["accept", "leave"], "left")):
        lead.post(f"{here}/partners", {"agency": bureau.pk})
        ended = [partner.post(f"{here}/steps/{step}", {}).json()["state"] for step in steps]
        assert ended[-1] == state
        assert partner.get(here).status_code == 404
        assert not allowed(gus, "read_summary", case)
    lead.post(f"{here}/partners", {"agency": bureau.pk})
    partner.post(f"{here}/steps/accept", {})
    assert partner.post(f"{here}/partners/{bureau.pk}/end", {}).status_code == 403
    parted = lead.post(f"{here}/partners/{bureau.pk}/end", {})
    assert [each["state"] for each in parted.json()["partners"]] == ["declined", "left", "ended"]
    assert not allowed(gus, "read_summary", case)
    assert lead.post(f"{here}/partners/{bureau.pk}/end", {}).status_code == 409


def test_what_makes_no_sense_is_refused_by_its_field(ada, bureau) -> None:
    case, lead = open_case(ada), Program(ada)
    for changed in (
        {"aim": " "}, {"groups": ["protected_contact"]}, {"may_add": ["poem"]}, {"ends_on": day(-1)},
        {"authority": " "},
    ):  # fmt: skip
        refused = lead.post("/joint/", plan(case, **changed))
        assert (refused.status_code, next(iter(changed)) in str(refused.json())) == (422, True), refused.content
    assert lead.post("/joint/", {**plan(case), "extra": 1}).status_code == 422


def test_a_stranger_learns_nothing_and_an_auditor_changes_nothing(ada, fay, charlie, bureau, tribal) -> None:
    case, lead, stranger = open_case(ada), Program(ada), Program(charlie)
    number = lead.post("/joint/", plan(case)).json()["number"]
    lead.post(f"/joint/{number}/partners", {"agency": bureau.pk})
    note = lead.post(f"/joint/{number}/entries", {"adds": "note", "text": "Ours"}).json()["id"]
    posts = (
        ("partners", {"agency": bureau.pk}), (f"partners/{bureau.pk}/end", {}), ("steps/accept", {}), ("end", {}),
        ("entries", {"adds": "note", "text": "x"}), (f"entries/{note}/finish", {}),
    )  # fmt: skip
    for path, body in posts:
        there, absent = (stranger.post(f"/joint/{each}/{path}", body, version=1) for each in (number, "JW-0000-000"))
        assert (there.status_code, there.json()) == (404, absent.json()), path
    assert stranger.get(f"/joint/{number}").status_code == 404
    assert stranger.get("/joint/").json()["items"] == []
    auditing = Program(actor("ada", tribal, "investigator", "supervisor", purpose="audit"))
    for path, body in posts:
        assert auditing.post(f"/joint/{number}/{path}", body, version=1).status_code in {403, 404}, path
    assert JointEntry.objects.visible_to(ada).count() == 1
