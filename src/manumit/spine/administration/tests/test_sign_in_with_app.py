"""A password and the code of an authenticator app."""

import pytest
from django.test import Client

from manumit.spine.identity.models import Person

from .conftest import leaves
from .factors import PASSWORD, App, factors_of

pytestmark = pytest.mark.django_db
MISMATCH = "not correct"


@pytest.fixture
def app(world) -> App:
    """Bob's authenticator app."""
    return App.of(world.bob.person)


def give_password(client: Client, email: str = "bob@cedar.example", password: str = PASSWORD):
    """Answer the first step."""
    return client.post("/sign-in/", {"login": email, "password": password})


def test_both_steps_lead_to_the_purpose_page(world, app) -> None:
    client = Client()
    assert give_password(client)["Location"] == "/sign-in/factor/"
    assert client.post("/sign-in/factor/", {"code": app.code()})["Location"] == "/purpose/"
    assert client.get("/purpose/").status_code == 200
    assert leaves("session.begin")[-1]["detail"] == '{"method":"password+totp"}'


def test_a_password_alone_opens_nothing(world, app) -> None:
    client = Client()
    give_password(client)
    for path in ("/purpose/", "/account/", "/account/app/", "/account/passkeys/add/", "/account/password/change/"):
        assert client.get(path)["Location"].startswith("/sign-in/"), path


def test_the_address_may_be_typed_in_capitals(world, app) -> None:
    client = Client()
    assert give_password(client, "BOB@Cedar.example")["Location"] == "/sign-in/factor/"


def test_a_code_works_once(world, app) -> None:
    code = app.code()
    first, second = Client(), Client()
    give_password(first)
    give_password(second)
    assert first.post("/sign-in/factor/", {"code": code}).status_code == 302
    from django.core.cache import cache

    cache.clear()  # another process of the server has another cache
    assert second.post("/sign-in/factor/", {"code": code}).status_code == 200


def test_an_earlier_code_does_not_work_after_a_later_one(world, app) -> None:
    first, second = Client(), Client()
    give_password(first)
    give_password(second)
    assert first.post("/sign-in/factor/", {"code": app.code(1)}).status_code == 302
    assert second.post("/sign-in/factor/", {"code": app.code()}).status_code == 200


def test_an_unknown_address_gets_the_answer_of_a_wrong_password(world, app) -> None:
    known, unknown = Client(), Client()
    answers = [
        give_password(known, password="wrong"),
        give_password(unknown, "nobody@cedar.example", password="wrong"),
    ]
    texts = [_without_what_was_typed(answer) for answer in answers]
    assert MISMATCH in texts[0]
    assert texts[0] == texts[1]
    assert len(leaves("sign_in.refuse")) == 2


def test_an_unknown_address_costs_a_password_hash_too(world, app, monkeypatch) -> None:
    hashed = []
    monkeypatch.setattr(Person, "set_password", lambda *_: hashed.append(True))
    give_password(Client(), "nobody@cedar.example")
    assert hashed


def test_a_person_without_password_gets_the_same_answer(world) -> None:
    assert MISMATCH in give_password(Client()).content.decode()


def test_a_closed_account_gets_the_same_answer(world, app) -> None:
    Person.objects.filter(pk=world.bob.person_id).update(is_active=False)
    answer = give_password(Client())
    assert MISMATCH in Client().get("/sign-in/").content.decode() or answer["Location"] == "/sign-in/"


def test_without_a_second_factor_nothing_but_setting_one_up_is_open(world) -> None:
    person = world.bob.person
    person.set_password(PASSWORD)
    person.save()
    client = Client()
    assert give_password(client)["Location"] == "/purpose/"
    assert client.get("/purpose/")["Location"] == "/account/set-up/"
    assert (
        client.post("/purpose/", {"membership": world.bob.pk, "purpose": "investigation"})["Location"]
        == "/account/set-up/"
    )
    assert b"Set up the app" in client.get("/account/set-up/").content


def test_setting_up_an_app_shows_recovery_codes_once_and_leads_on(world) -> None:
    person = world.bob.person
    person.set_password(PASSWORD)
    person.save()
    client = Client()
    give_password(client)
    client.post("/account/confirm/?next=/account/app/", {"password": PASSWORD})
    page = client.get("/account/app/")
    assert b"data:" not in page.content
    assert b"<svg" in page.content
    code = App(page.context["form"].secret).code()
    assert client.post("/account/app/", {"code": code})["Location"] == "/account/recovery-codes/"
    assert factors_of(person) == {"totp", "recovery_codes"}
    codes = client.get("/account/recovery-codes/").context["unused_codes"]
    assert len(codes) == 10
    assert client.get("/account/recovery-codes/").context["unused_codes"][0] == "****"
    assert client.get("/purpose/").status_code == 200
    assert leaves("factor.add")[-1]["record_id"] == person.pk

    other = Client()
    give_password(other)
    assert other.post("/sign-in/factor/", {"code": codes[0]}).status_code == 302
    third = Client()
    give_password(third)
    assert third.post("/sign-in/factor/", {"code": codes[0]}).status_code == 200


def test_the_secret_is_not_in_the_database(world, app) -> None:
    from allauth.mfa.models import Authenticator

    assert app.secret not in str(list(Authenticator.objects.values()))


def test_the_last_factor_is_not_removed(world, app) -> None:
    client = Client()
    give_password(client)
    client.post("/sign-in/factor/", {"code": app.code()})
    client.post("/account/confirm/code/?next=/account/app/remove/", {"code": app.code(1)})
    client.post("/account/app/remove/")
    assert "totp" in factors_of(world.bob.person)


def _without_what_was_typed(answer) -> str:
    import re

    text = re.sub(r'name="csrfmiddlewaretoken" value="[^"]*"|X-CSRFToken": "[^"]*"', "", answer.content.decode())
    return text.replace("nobody@cedar.example", "bob@cedar.example")
