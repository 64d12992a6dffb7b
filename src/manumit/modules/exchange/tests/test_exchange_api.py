"""By API: the same actions, the same refusals; a stranger learns of nothing."""

import json
from datetime import timedelta
from typing import Any

import pytest
from django.test import Client
from django.utils import timezone

from manumit.spine.access import allowed
from manumit.spine.identity.models import ApiToken
from manumit.values import secret_tokens

from .cases import open_case, with_cases
from .conftest import draft_of

pytestmark = [pytest.mark.django_db, with_cases]
API = "/api/v1/exchange"
TODAY = timezone.localdate()


class Program:
    """A program that holds a person's token."""

    def __init__(self, actor) -> None:
        token = secret_tokens.fresh()
        ApiToken.objects.create(
            membership_id=actor.membership_id, label="tests", token_hash=secret_tokens.digest(token),
            scopes=["exchange:read", "exchange:write"], purpose=actor.purpose,
            expires_at=timezone.now() + timedelta(days=1),
        )  # fmt: skip
        self.headers = {"Authorization": f"Bearer {token}"}

    def get(self, path: str) -> Any:
        """Return the answer to a GET."""
        return Client().get(f"{API}{path}", headers=self.headers)

    def post(
        self, path: str, body: dict[str, Any], version: int | None = None, headers: dict[str, str] | None = None
    ) -> Any:
        """Return the answer to a POST."""
        headers = {**self.headers, **({"If-Match": f'"{version}"'} if version else {}), **(headers or {})}
        return Client().post(f"{API}{path}", json.dumps(body), content_type="application/json", headers=headers)


def day(days: int) -> str:
    """Return a day as programs write it."""
    return (TODAY + timedelta(days=days)).isoformat()


def test_an_agreement_is_drafted_offered_signed_and_withdrawn(ada, fay, charlie, bureau) -> None:
    ours, theirs, stranger = Program(ada), Program(fay), Program(charlie)
    said = draft_of(bureau)
    body = {
        "other": bureau.pk, "title": said.title, "groups": sorted(said.groups), "purposes": ["investigation"],
        "authority": said.authority, "starts_on": day(0), "expires_on": day(60), "answer_days": 5,
    }  # fmt: skip
    made = ours.post("/agreements/", body)
    assert made.status_code == 201, made.content
    here = f"/agreements/{made.json()['number']}"
    assert theirs.get(here).status_code == stranger.get(here).status_code == 404
    assert ours.post(f"{here}/steps/offer", {}).status_code == 428
    offered = ours.post(f"{here}/steps/offer", {}, version=made.json()["version"])
    assert offered.json()["state"] == "offered"
    sign = {"capacity": "Chief", "terms_hash": offered.json()["terms_hash"]}
    assert ours.post(f"{here}/signatures", {**sign, "terms_hash": "0" * 64}).status_code in {409, 422}
    for program in (ours, theirs):
        assert program.post(f"{here}/signatures", sign).status_code == 201
    standing = theirs.get(here).json()
    assert (standing["state"], len(standing["signatures"])) == ("in_force", 2)
    assert [each["number"] for each in theirs.get("/agreements/").json()["items"]] == [standing["number"]]
    assert stranger.get("/agreements/").json()["items"] == []
    ended = theirs.post(f"{here}/steps/withdraw", {"words": "Policy"}, version=standing["version"])
    assert ended.json()["state"] == "ended"
    assert ours.post(f"{here}/steps/fly", {}, version=1).status_code == 404


def test_a_request_is_answered_with_less_and_accepted(ada, gus, charlie) -> None:
    case, holder, asker, stranger = open_case(ada), Program(ada), Program(gus), Program(charlie)
    body = {
        "other": ada.agency_id, "reference": case.number, "groups": ["case.people", "case.narrative"],
        "purposes": ["investigation"], "authority": "18 USC 1591", "because": "Same vehicle", "until_on": day(60),
        "needed_by": day(9),
    }  # fmt: skip
    made = asker.post("/requests/", body)
    assert made.status_code == 201, made.content
    here = f"/requests/{made.json()['number']}"
    assert "held" not in made.json()
    assert holder.get(here).json()["held"] == [case.number]
    assert stranger.get(here).status_code == 404
    given = {"number": case.number, "groups": ["people"], "until_on": day(20), "authority": "Order", "said": "Names"}
    refused = holder.post(f"{here}/answers", {**given, "groups": ["place"]}, version=1)
    assert refused.status_code == 422
    offered = holder.post(f"{here}/answers", given, version=1)
    assert offered.json()["state"] == "offered", offered.content
    assert asker.get("/requests/?side=out").json()["items"][0]["offered_groups"] == ["case.summary", "case.people"]
    assert not allowed(gus, "read_summary", case)
    accepted = asker.post(f"{here}/steps/accept", {}, version=offered.json()["version"])
    assert accepted.json()["state"] == "answered", accepted.content
    assert allowed(gus, "read_people", case)
    assert asker.post(f"{here}/steps/lapse", {}, version=1).status_code == 404


def test_a_refusal_says_no_more_than_its_reason(ada, gus) -> None:
    holder, asker = Program(ada), Program(gus)
    body = {
        "other": ada.agency_id, "reference": "C-0000-000", "groups": ["case.people"], "purposes": ["investigation"],
        "authority": "18 USC 1591", "because": "Same vehicle", "until_on": day(60), "needed_by": day(9),
    }  # fmt: skip
    here = f"/requests/{asker.post('/requests/', body).json()['number']}"
    assert holder.post(f"{here}/steps/refuse", {"reason": "nothing"}, version=1).status_code == 200
    told = asker.get(here).json()
    assert (told["state"], told["refused_because"], told["said"]) == ("refused", "nothing", "")


def test_a_record_is_released_and_recalled(ada, gus, charlie) -> None:
    case, owner, stranger = open_case(ada), Program(ada), Program(charlie)
    here = f"/releases/case/{case.number}"
    body = {
        "agency": gus.agency_id, "groups": ["people"], "purposes": ["investigation"], "authority": "Order",
        "expires_at": (timezone.now() + timedelta(days=9)).isoformat(),
    }  # fmt: skip
    assert stranger.post(here, body).status_code == 404
    assert owner.post(here, {**body, "under": "AG-0000-000"}).status_code == 422
    made = owner.post(here, body)
    assert made.status_code == 201, made.content
    assert [each["id"] for each in owner.get(here).json()["items"]] == [made.json()["id"]]
    assert Program(gus).get(here).status_code == 403
    assert owner.post(f"{here}/{made.json()['id']}/recall", {}).json()["ended_at"]
    assert not allowed(gus, "read_summary", case)


def test_a_record_is_handed_over(ada, fay, charlie) -> None:
    case, sender, receiver = open_case(ada), Program(ada), Program(fay)
    body = {"kind": "case", "number": case.number, "other": fay.agency_id, "reason": "Theirs"}
    made = sender.post("/transfers/", body)
    assert made.status_code == 201, made.content
    here = f"/transfers/{made.json()['number']}"
    assert Program(charlie).get(here).status_code == 404
    assert sender.post(f"{here}/steps/accept", {}, version=1).status_code == 403
    assert receiver.post(f"{here}/steps/accept", {}, version=1).json()["state"] == "accepted"
    assert allowed(fay, "edit", type(case).objects.visible_to(fay).get(pk=case.pk))
