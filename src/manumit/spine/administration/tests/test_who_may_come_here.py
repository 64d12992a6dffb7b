"""Every address of sign-in and administration, as owner, colleague, stranger and nobody.

The table is the rule: an address missing from it fails the first test.
"""

from dataclasses import dataclass

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from manumit.spine.identity.models import ApiToken, Invitation

from .. import urls
from .conftest import World, signed_in

pytestmark = pytest.mark.django_db
TO_SIGN_IN = 302
OPEN = "open"  # answered for everybody; what it answers is tested by its own file
OWN = "own"  # one's own account: everybody gets their own, nobody is sent to sign in

# name: (Alice who administers the agency, Bob of the agency, Charlie who administers another, nobody)
ADDRESSES: dict[str, tuple[int, int, int, int] | str] = {
    "account_login": OPEN, "sign_in": OPEN, "socialaccount_login_cancelled": OPEN, "mfa_authenticate": OPEN,
    "mfa_login_webauthn": OPEN, "sign_in_link": OPEN, "openid_connect_login": OPEN, "openid_connect_callback": OPEN,
    "sign_out": OPEN, "account_logout": OPEN, "accept_invitation": OPEN,
    "purpose": OWN, "lock": OWN, "unlock_passkey": OWN, "mfa_index": OWN, "mfa_list_webauthn": OWN, "account": OWN,
    "end_sessions": OWN, "own_language": OWN, "new_token": OWN, "set_up": OWN, "mfa_activate_totp": OWN,
    "mfa_deactivate_totp": OWN, "mfa_add_webauthn": OWN, "mfa_view_recovery_codes": OWN,
    "mfa_generate_recovery_codes": OWN, "account_set_password": OWN, "account_change_password": OWN,
    "account_reauthenticate": OWN, "mfa_reauthenticate": OWN, "mfa_reauthenticate_webauthn": OWN,
    "socialaccount_connections": OWN,
    "end_token": OWN, "mfa_remove_webauthn": OWN,
    "agencies": (200, 200, 200, TO_SIGN_IN),
    "new_agency": (403, 403, 200, TO_SIGN_IN),
    "agency": (200, 200, 200, TO_SIGN_IN),
    "edit_agency": (200, 403, 200, TO_SIGN_IN),
    "toggle_agency": (403, 403, 302, TO_SIGN_IN),
    "people": (200, 200, 200, TO_SIGN_IN),
    "person": (200, 200, 404, TO_SIGN_IN),
    "change_roles": (200, 403, 404, TO_SIGN_IN),
    "end_membership": (200, 403, 404, TO_SIGN_IN),
    "reset_factors": (200, 403, 404, TO_SIGN_IN),
    "pause_membership": (302, 403, 404, TO_SIGN_IN),
    "resume_membership": (302, 403, 404, TO_SIGN_IN),
    "revoke_token": (302, 403, 404, TO_SIGN_IN),
    "invitations": (200, 200, 200, TO_SIGN_IN),
    "new_invitation": (200, 403, 200, TO_SIGN_IN),
    "vouch": (302, 302, 404, TO_SIGN_IN),
    "withdraw_invitation": (302, 403, 404, TO_SIGN_IN),
}  # fmt: skip
POSTED = {
    "toggle_agency", "pause_membership", "resume_membership", "revoke_token", "vouch", "withdraw_invitation",
    "end_sessions", "own_language", "end_token", "unlock_passkey",
}  # fmt: skip
GUARDED = [(name, each) for name, row in ADDRESSES.items() if not isinstance(row, str) for each in range(4)]


@dataclass
class Rows:
    """Rows of Cedar Bend's that addresses name."""

    world: World
    invitation: Invitation
    token: ApiToken

    def address(self, name: str) -> str:
        """Return the address `name`, of a row of Cedar Bend's where it names one."""
        keys = {
            "agency": self.world.cedar, "edit_agency": self.world.cedar, "toggle_agency": self.world.cedar,
            "vouch": self.invitation, "withdraw_invitation": self.invitation, "end_token": self.token,
        }  # fmt: skip
        if name in keys:
            return reverse(name, args=[keys[name].pk])
        if name == "revoke_token":
            return reverse(name, args=[self.world.bob.pk, self.token.pk])
        if name == "mfa_remove_webauthn":
            return reverse(name, args=[1])
        of_people = {
            "person",
            "change_roles",
            "end_membership",
            "reset_factors",
            "pause_membership",
            "resume_membership",
        }
        return reverse(name, args=[self.world.bob.pk] if name in of_people else [])


@pytest.fixture
def rows(world) -> Rows:
    """An invitation and a token of Cedar Bend's."""
    later = timezone.now() + timezone.timedelta(days=1)
    invitation = Invitation.objects.create(
        email="erin@cedar.example", full_name="Erin", agency=world.cedar, inviting_agency=world.cedar,
        roles=["analyst"], invited_by=world.alice.person, expires_at=later,
    )  # fmt: skip
    token = ApiToken.objects.create(
        membership=world.bob, label="x", scopes=[], purpose="records", token_hash="0", hint="x", expires_at=later
    )
    return Rows(world, invitation, token)


def test_every_address_is_in_the_table() -> None:
    names = {entry.name for entry in urls.urlpatterns}
    assert names == set(ADDRESSES), "Add the address to ADDRESSES: who may come, and what each of them gets."


@pytest.mark.parametrize(("name", "who"), GUARDED)
def test_each_gets_what_the_table_says(rows, name, who) -> None:
    world = rows.world
    client = Client()
    if who < 3:
        member = (world.alice, world.bob, world.charlie)[who]
        client = signed_in(member, "investigation" if member == world.bob else "records")
    ask = client.post if name in POSTED else client.get
    answer = ask(rows.address(name))
    assert answer.status_code == ADDRESSES[name][who]
    if who == 3:
        assert answer["Location"].startswith("/sign-in/")


@pytest.mark.parametrize("name", [name for name, row in ADDRESSES.items() if row == OWN])
def test_nobody_has_an_account_page(rows, name) -> None:
    ask = Client().post if name in POSTED else Client().get
    assert ask(rows.address(name))["Location"].startswith("/sign-in/")


def test_what_one_may_not_know_of_looks_like_what_is_not_there(rows) -> None:
    charlie = signed_in(rows.world.charlie)
    hidden, absent = charlie.get(f"/people/{rows.world.bob.pk}/"), charlie.get("/people/999999/")
    assert hidden.status_code == absent.status_code == 404
    assert _plain(hidden, rows.world.bob.pk) == _plain(absent, 999999)


def test_lists_name_nobody_of_another_agency(rows) -> None:
    charlie = signed_in(rows.world.charlie)
    for path in ("/people/", "/people/?q=Bob", "/invitations/"):
        text = charlie.get(path).content.decode()
        assert "Bob" not in text.replace('value="Bob"', "").replace("?q=Bob", ""), path
        assert "Erin" not in text, path


def _plain(answer, key: int) -> str:
    import re

    text = re.sub(r'value="[A-Za-z0-9]{64}"|X-CSRFToken": "[^"]*"|data-token="[^"]*"', "", answer.content.decode())
    return text.replace(str(key), "")
