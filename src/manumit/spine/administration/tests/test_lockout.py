"""Whoever fails too often waits; nobody can make others wait."""

import pytest
from django.test import Client

from .conftest import leaves
from .factors import PASSWORD, App

pytestmark = pytest.mark.django_db
LIMIT = 5
HERE, THERE = {"REMOTE_ADDR": "192.0.2.1"}, {"REMOTE_ADDR": "192.0.2.2"}


@pytest.fixture
def app(world) -> App:
    """Bob's authenticator app."""
    return App.of(world.bob.person)


def try_password(email: str, password: str, **where: str):
    """Answer the first step from an address."""
    return Client().post("/sign-in/", {"login": email, "password": password}, **where)


def lock_out(email: str, **where: str):
    """Fail as often as is allowed and return the last answer."""
    return [try_password(email, "wrong", **where) for _ in range(LIMIT)][-1]


def test_the_fifth_wrong_password_closes_sign_in(world, app) -> None:
    answer = lock_out("bob@cedar.example", **HERE)
    assert answer.status_code == 429
    assert answer["Retry-After"] == "900"
    assert try_password("bob@cedar.example", PASSWORD, **HERE).status_code == 429
    entry = leaves("sign_in.lock_out")[0]
    assert entry["record_id"] == world.bob.person_id


def test_it_answers_alike_for_an_address_nobody_has(world, app) -> None:
    known, unknown = lock_out("bob@cedar.example", **HERE), lock_out("nobody@cedar.example", **HERE)
    assert known.status_code == unknown.status_code == 429
    assert leaves("sign_in.lock_out")[-1]["record_id"] is None


def test_a_stranger_elsewhere_does_not_lock_a_person_out(world, app) -> None:
    lock_out("bob@cedar.example", **THERE)
    assert try_password("bob@cedar.example", PASSWORD, **HERE)["Location"] == "/sign-in/factor/"


def test_one_person_does_not_lock_out_an_agency_behind_the_same_address(world, app) -> None:
    App.of(world.alice.person)
    lock_out("bob@cedar.example", **HERE)
    assert try_password("alice@cedar.example", PASSWORD, **HERE)["Location"] == "/sign-in/factor/"


def test_wrong_codes_count_by_person_from_wherever_they_come(world, app) -> None:
    for number in range(LIMIT):
        client = Client()
        where = {"REMOTE_ADDR": f"198.51.100.{number}"}
        client.post("/sign-in/", {"login": "bob@cedar.example", "password": PASSWORD}, **where)
        answer = client.post("/sign-in/factor/", {"code": "000000"}, **where)
    assert answer.status_code == 429
    client = Client()
    client.post("/sign-in/", {"login": "bob@cedar.example", "password": PASSWORD}, **HERE)
    assert client.post("/sign-in/factor/", {"code": app.code()}, **HERE).status_code == 429
    assert leaves("sign_in.lock_out")[-1]["record_id"] == world.bob.person_id


def test_a_right_code_starts_the_count_afresh(world, app) -> None:
    client = Client()
    client.post("/sign-in/", {"login": "bob@cedar.example", "password": PASSWORD})
    for _ in range(LIMIT - 1):
        client.post("/sign-in/factor/", {"code": "000000"})
    assert client.post("/sign-in/factor/", {"code": app.code()}).status_code == 302
    client.post("/sign-out/")
    client.post("/sign-in/", {"login": "bob@cedar.example", "password": PASSWORD})
    assert client.post("/sign-in/factor/", {"code": "000000"}).status_code == 200


def test_a_passkey_still_works_while_the_password_is_closed(world) -> None:
    from .test_sign_in_with_passkey import set_up, sign_in

    key = set_up(world)
    lock_out("bob@cedar.example")
    assert sign_in(Client(), key)["Location"] == "/purpose/"


def test_the_address_comes_from_our_own_proxy_only(world, app, settings) -> None:
    from ..sign_in.lockout import client_address

    request = Client().get("/sign-in/", headers={"X-Forwarded-For": "10.9.9.9, 203.0.113.7"}).wsgi_request
    assert client_address(request) == "127.0.0.1"
    settings.MANUMIT_PROXY_COUNT = 1
    assert client_address(request) == "203.0.113.7"


def test_what_was_typed_is_kept_nowhere(world, app) -> None:
    from axes.models import AccessAttempt

    try_password("bob@cedar.example", "a secret typed by mistake")
    assert "a secret" not in str(list(AccessAttempt.objects.values()))
