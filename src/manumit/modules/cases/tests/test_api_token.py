"""A bearer token acts for its person, within its scopes, for its purpose, until it ends."""

from datetime import timedelta

import pytest
from django.test import Client
from django.utils import timezone

from manumit.spine.identity.models import ApiToken, Membership
from manumit.values import secret_tokens

URL = "/api/v1/cases/"


@pytest.fixture
def token(alice):
    def make(**values):
        text = secret_tokens.fresh()
        known = {"scopes": ["cases:read"], "purpose": "investigation", "expires_at": timezone.now() + timedelta(days=1)}
        ApiToken.objects.create(
            membership_id=alice.membership_id, label="t", token_hash=secret_tokens.digest(text), hint=text[:6],
            **{**known, **values},
        )  # fmt: skip
        return {"Authorization": f"Bearer {text}"}

    return make


def test_it_reads_what_its_person_may(token, case):
    answer = Client().get(URL, headers=token())
    assert [each["number"] for each in answer.json()["items"]] == [case.number]


def test_it_needs_the_scope(token):
    answer = Client().post(URL, "{}", "application/json", headers=token())
    assert (answer.status_code, "cases:write" in answer.json()["detail"]) == (403, True)


def test_its_purpose_counts(token, case):
    assert Client().get(URL, headers=token(purpose="training")).json()["items"] == []


@pytest.mark.parametrize("ended", ["expires_at", "revoked_at"])
def test_an_ended_token_is_nobodys(token, ended):
    assert Client().get(URL, headers=token(**{ended: timezone.now()})).status_code == 401


def test_an_inactive_member_is_nobody(token, alice):
    headers = token()
    Membership.objects.filter(pk=alice.membership_id).update(active=False)
    assert Client().get(URL, headers=headers).status_code == 401


@pytest.mark.parametrize("header", ["", "Bearer", "Bearer x", "Basic eA==", "Bearer \u00e9"])
def test_no_token_is_401(db, header):
    assert Client().get(URL, headers={"Authorization": header} if header else {}).status_code == 401
