"""A token acts for its maker's membership, within its scopes, until it ends."""

from datetime import timedelta

import pytest
from django.utils import timezone

from manumit.spine.identity.models import ApiToken
from manumit.values import secret_tokens

from .conftest import leaves, signed_in

pytestmark = pytest.mark.django_db


@pytest.fixture
def offers(monkeypatch) -> None:
    """Let one module offer an API."""
    from ..actions import create_token
    from ..forms import token

    for module in (create_token, token):
        monkeypatch.setattr(module, "offered", lambda: ["cases:read", "cases:write"])


def made(client, **changes):
    """Make a token and return the answer."""
    return client.post("/account/tokens/new/", {"label": "Nightly", "scopes": ["cases:read"], "days": 30, **changes})


def test_it_is_shown_once_and_kept_as_its_hash(world, offers) -> None:
    page = made(signed_in(world.bob, "investigation"))
    token, row = page.context["token"], ApiToken.objects.get()
    assert row.token_hash == secret_tokens.digest(token)
    assert token not in str(list(ApiToken.objects.values()))
    assert (row.membership_id, row.purpose, row.scopes) == (world.bob.pk, "investigation", ["cases:read"])
    assert timedelta(days=29) < row.expires_at - timezone.now() <= timedelta(days=30)
    assert token not in str(leaves("token.create"))


def test_a_scope_nobody_offers_is_refused(world, offers) -> None:
    assert made(signed_in(world.bob, "investigation"), scopes=["everything"]).status_code == 422


def test_its_owner_revokes_it(world, offers) -> None:
    client = signed_in(world.bob, "investigation")
    made(client)
    client.post(f"/account/tokens/{ApiToken.objects.get().pk}/revoke/")
    assert ApiToken.objects.get().revoked_at


def test_an_administrator_revokes_it_a_stranger_does_not(world, offers) -> None:
    made(signed_in(world.bob, "investigation"))
    key = ApiToken.objects.get().pk
    charlie = signed_in(world.charlie)
    assert charlie.post(f"/people/{world.bob.pk}/tokens/{key}/revoke/").status_code == 404
    charlie.post(f"/account/tokens/{key}/revoke/")
    assert ApiToken.objects.get().revoked_at is None
    signed_in(world.alice).post(f"/people/{world.bob.pk}/tokens/{key}/revoke/")
    assert ApiToken.objects.get().revoked_at
