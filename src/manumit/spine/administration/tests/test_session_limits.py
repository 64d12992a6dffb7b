"""Sessions lock when left alone, end when they have lasted long enough, and forget on leaving."""

import time

import pytest
from django.test import Client

from .. import session_state
from .conftest import leaves, signed_in
from .factors import App

pytestmark = pytest.mark.django_db


def back_date(client: Client, **keys: float) -> None:
    """Set clocks of the client's session back by seconds."""
    session = client.session
    for key, seconds in keys.items():
        session[key] = time.time() - seconds
    session.save()


def test_left_alone_it_locks_and_leads_back(world) -> None:
    client = signed_in(world.alice)
    back_date(client, seen_at=16 * 60)
    answer = client.get("/account/?tab=tokens")
    assert answer["Location"] == "/lock/?next=%2Faccount%2F%3Ftab%3Dtokens"
    assert leaves("session.lock")[-1]["record_id"] == world.alice.person_id
    assert client.get("/account/").status_code == 302


def test_a_locked_session_does_nothing_by_post_either(world) -> None:
    client = signed_in(world.alice)
    client.post("/lock/")
    assert client.post("/purpose/", {"membership": world.alice.pk, "purpose": "records"})["Location"].startswith(
        "/lock/"
    )
    assert client.post("/account/", headers={"HX-Request": "true"})["HX-Redirect"].startswith("/lock/")


def test_a_code_unlocks_it(world) -> None:
    app = App.of(world.alice.person)
    client = Client()
    client.post("/sign-in/", {"login": "alice@cedar.example", "password": "correct horse battery staple"})
    client.post("/sign-in/factor/", {"code": app.code()})
    client.post("/lock/")
    assert client.post("/lock/", {"code": "000000", "next": "/account/"}).status_code == 200
    answer = client.post("/lock/", {"code": app.code(1), "next": "/account/"})
    assert answer["Location"] == "/account/"
    assert session_state.LOCKED not in client.session
    assert leaves("session.unlock")[-1]["detail"] == '{"factor":"totp"}'


def test_it_leads_back_to_this_site_only(world) -> None:
    client = signed_in(world.alice)
    client.post("/lock/")
    answer = client.post("/lock/passkey/", {"next": "https://evil.example/"})
    assert answer["Location"] == "/"


def test_somebody_with_a_factor_does_not_unlock_without_it(world) -> None:
    client = signed_in(world.alice)
    App.of(world.alice.person)
    client.force_login(world.alice.person, backend="allauth.account.auth_backends.AuthenticationBackend")
    back_date(client, seen_at=0, began_at=0)
    client.post("/lock/")
    client.post("/lock/passkey/", {"credential": "{}"})
    assert session_state.LOCKED in client.session


def test_it_ends_at_its_longest_time_however_busy(world) -> None:
    client = signed_in(world.alice)
    back_date(client, began_at=13 * 3600)
    assert client.get("/account/")["Location"].startswith("/sign-in/")
    assert "_auth_user_id" not in client.session
    assert leaves("session.end")[-1]["detail"] == '{"because":"absolute limit"}'


def test_being_used_is_not_written_with_every_request(world, django_assert_num_queries) -> None:
    client = signed_in(world.alice)
    before = client.session["seen_at"]
    client.get("/account/")
    assert client.session["seen_at"] == before


def test_signing_out_clears_the_browser(world) -> None:
    client = signed_in(world.alice)
    answer = client.post("/sign-out/")
    assert answer["Clear-Site-Data"] == '"cache", "cookies", "storage"'
    assert client.get("/account/")["Location"].startswith("/sign-in/")
    assert leaves("session.end")[-1]["purpose"] == "records"


def test_signing_out_is_not_a_link(world) -> None:
    assert signed_in(world.alice).get("/sign-out/").status_code == 405


def test_the_key_of_before_sign_in_is_worth_nothing_after(world) -> None:
    from .. import demo

    client = Client()
    client.get("/sign-in/passkey/", headers={"Accept": "application/json"})
    planted = client.cookies["sessionid"].value
    client.get(demo.sign_in_link(world.alice.person))
    thief = Client()
    thief.cookies["sessionid"] = planted
    assert thief.get("/account/")["Location"].startswith("/sign-in/")


def test_a_second_sign_in_does_not_inherit_the_first_ones_choice(world) -> None:
    from .. import demo

    client = signed_in(world.alice)
    client.get(demo.sign_in_link(world.bob.person))
    assert "membership_id" not in client.session
