"""A passkey alone, or as the second step, answered by a security key in software."""

import pytest
from django.test import Client

from .conftest import leaves
from .factors import PASSWORD, SecurityKey, factors_of

pytestmark = pytest.mark.django_db
JSON = {"HTTP_ACCEPT": "application/json"}


def set_up(world, passwordless: bool = True) -> SecurityKey:
    """Let Bob set up a passkey in a browser that knows his password only."""
    person = world.bob.person
    person.set_password(PASSWORD)
    person.save()
    client = Client()
    client.post("/sign-in/", {"login": person.email, "password": PASSWORD})
    client.post("/account/confirm/?next=/account/passkeys/add/", {"password": PASSWORD})
    key = SecurityKey()
    page = client.get("/account/passkeys/add/", secure=True)
    credential = key.create(page.context["js_data"]["creation_options"])
    chosen = {"passwordless": "on"} if passwordless else {}
    answer = client.post("/account/passkeys/add/", {"name": "Key", "credential": credential, **chosen}, secure=True)
    assert answer["Location"] == "/account/recovery-codes/", answer.content
    assert client.get("/purpose/").status_code == 200
    return key


def sign_in(client: Client, key: SecurityKey):
    """Sign in with the key alone."""
    options = client.get("/sign-in/passkey/", secure=True, **JSON).json()["request_options"]
    return client.post("/sign-in/passkey/", {"credential": key.get(options)}, secure=True)


def test_it_signs_in_alone(world) -> None:
    key, client = set_up(world), Client()
    assert sign_in(client, key)["Location"] == "/purpose/"
    assert client.get("/purpose/").status_code == 200
    assert leaves("session.begin")[-1]["detail"] == '{"method":"webauthn"}'


def test_it_serves_as_second_step(world) -> None:
    key, client = set_up(world, passwordless=False), Client()
    client.post("/sign-in/", {"login": world.bob.person.email, "password": PASSWORD}, secure=True)
    options = client.get("/sign-in/factor/", secure=True).context["js_data"]["request_options"]
    answer = client.post("/sign-in/factor/", {"credential": key.get(options)}, secure=True)
    assert answer["Location"] == "/purpose/"


def test_an_assertion_is_worth_nothing_a_second_time(world) -> None:
    key, client = set_up(world), Client()
    options = client.get("/sign-in/passkey/", secure=True, **JSON).json()["request_options"]
    assertion = key.get(options)
    assert client.post("/sign-in/passkey/", {"credential": assertion}, secure=True)["Location"] == "/purpose/"
    assert Client().post("/sign-in/passkey/", {"credential": assertion}, secure=True)["Location"] == "/sign-in/"


def test_one_made_for_another_site_does_not_sign_in(world) -> None:
    key, client = set_up(world), Client()
    key.origin = "https://phish.example"
    assert sign_in(client, key)["Location"] == "/sign-in/"
    assert leaves("sign_in.refuse")[-1]["detail"] == '{"method":"passkey"}'


def test_another_key_does_not_sign_in(world) -> None:
    key, other, client = set_up(world), SecurityKey(), Client()
    other.id, other.handle = key.id, key.handle
    assert sign_in(client, other)["Location"] == "/sign-in/"


def test_nonsense_is_refused_without_a_fault(world) -> None:
    for nonsense in ("", "{}", "[]", "null", '{"response": 1}', '{"id": "x", "response": {"userHandle": "AA"}}'):
        answer = Client().post("/sign-in/passkey/", {"credential": nonsense}, secure=True)
        assert answer.status_code == 302, nonsense


def test_the_only_passkey_is_not_removed(world) -> None:
    from allauth.mfa.models import Authenticator

    key, client = set_up(world), Client()
    sign_in(client, key)
    row = Authenticator.objects.get(user=world.bob.person, type="webauthn")
    options = client.get("/account/confirm/passkey/", secure=True).context["js_data"]["request_options"]
    client.post("/account/confirm/passkey/?next=/account/", {"credential": key.get(options)}, secure=True)
    client.post(f"/account/passkeys/{row.pk}/remove/", secure=True)
    assert "webauthn" in factors_of(world.bob.person)


def test_nobody_removes_anothers_passkey(world) -> None:
    from allauth.mfa.models import Authenticator

    from .conftest import signed_in

    set_up(world)
    row = Authenticator.objects.get(user=world.bob.person, type="webauthn")
    assert signed_in(world.alice).post(f"/account/passkeys/{row.pk}/remove/").status_code == 404
