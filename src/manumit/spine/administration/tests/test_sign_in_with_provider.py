"""An outside OIDC provider: it signs in whoever linked it, and nobody else. The provider here is a small fake one."""

import base64
import json
import threading
import time
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, HTTPServer
from urllib.parse import parse_qs, urlsplit

import jwt
import pytest
from cryptography.hazmat.primitives.asymmetric import rsa
from django.test import Client

from .conftest import leaves, signed_in
from .factors import App

pytestmark = pytest.mark.django_db
CLIENT_ID = "manumit"


class Provider:
    """An OIDC provider that says what the test tells it to."""

    def __init__(self) -> None:
        self.key = rsa.generate_private_key(65537, 2048)
        self.claims: dict = {"sub": "outside-1"}
        self.audience = CLIENT_ID
        self.asked: list[dict] = []
        self.server = HTTPServer(("127.0.0.1", 0), self._handler())
        self.address = f"http://127.0.0.1:{self.server.server_port}"
        threading.Thread(target=self.server.serve_forever, daemon=True).start()

    def token(self) -> dict:
        """Return the answer of the token endpoint."""
        now = int(time.time())
        claims = {"iss": self.address, "aud": self.audience, "iat": now, "exp": now + 60, **self.claims}
        signed = jwt.encode(claims, self.key, "RS256", headers={"kid": "one"})
        return {"access_token": "access", "token_type": "Bearer", "id_token": signed}

    def configuration(self) -> dict:
        """Return the discovery document."""
        return {
            "issuer": self.address, "authorization_endpoint": f"{self.address}/authorize",
            "token_endpoint": f"{self.address}/token", "userinfo_endpoint": f"{self.address}/userinfo",
            "jwks_uri": f"{self.address}/jwks", "token_endpoint_auth_methods_supported": ["client_secret_post"],
        }  # fmt: skip

    def _handler(provider) -> type[BaseHTTPRequestHandler]:  # noqa: N805 - the handler's own self is the inner one
        class Handler(BaseHTTPRequestHandler):
            def do_GET(self) -> None:
                self.answer(provider.configuration())

            def do_POST(self) -> None:
                body = self.rfile.read(int(self.headers["Content-Length"])).decode()
                provider.asked.append({name: values[0] for name, values in parse_qs(body).items()})
                self.answer(provider.token())

            def answer(self, content: dict) -> None:
                text = json.dumps(content).encode()
                self.send_response(200)
                self.send_header("Content-Type", "application/json")
                self.end_headers()
                self.wfile.write(text)

            def log_message(self, *_: object) -> None:
                pass

        return Handler


@pytest.fixture
def provider(settings) -> Iterator[Provider]:
    """A running provider, configured as the environment would."""
    running = Provider()
    app = {
        "provider_id": "agency", "name": "Cedar Bend", "client_id": CLIENT_ID, "secret": "shared",
        "settings": {"server_url": running.address, "oauth_pkce_enabled": True, "fetch_userinfo": False},
    }  # fmt: skip
    settings.SOCIALACCOUNT_PROVIDERS = {"openid_connect": {"APPS": [app]}}
    yield running
    running.server.shutdown()


def visit(client: Client, query: str = ""):
    """Go to the provider and come back with a code; return the last answer and what the provider was asked."""
    away = client.post(f"/sign-in/outside/agency/{query}")
    asked = parse_qs(urlsplit(away["Location"]).query)
    return client.get("/sign-in/outside/agency/return/", {"code": "code", "state": asked["state"][0]}), asked


def linked(world) -> None:
    """Let Bob link his outside account."""
    client = signed_in(world.bob, "investigation")
    answer, _ = visit(client, "?process=connect")
    assert answer["Location"] == "/account/", answer.content


def test_a_linked_account_with_several_factors_signs_in(world, provider) -> None:
    linked(world)
    provider.claims["amr"] = ["pwd", "mfa"]
    client = Client()
    answer, _ = visit(client)
    assert answer["Location"] == "/purpose/"
    assert client.get("/purpose/").status_code == 200
    assert client.session["_auth_user_id"] == str(world.bob.person_id)


def test_one_factor_at_the_provider_is_not_enough(world, provider) -> None:
    linked(world)
    client = Client()
    visit(client)
    assert client.get("/purpose/")["Location"] == "/account/set-up/"


def test_a_factor_of_ours_is_asked_besides_it(world, provider) -> None:
    linked(world)
    App.of(world.bob.person)
    answer, _ = visit(Client())
    assert answer["Location"] == "/sign-in/factor/"


def test_an_account_nobody_linked_is_refused_even_with_a_known_address(world, provider) -> None:
    provider.claims |= {"sub": "outside-2", "email": world.bob.person.email, "email_verified": True, "amr": ["mfa"]}
    client = Client()
    answer, _ = visit(client)
    assert answer["Location"] == "/sign-in/"
    assert "_auth_user_id" not in client.session
    assert leaves("sign_in.refuse")[-1]["detail"] == '{"method":"provider"}'


def test_several_factors_of_a_stranger_do_not_strengthen_a_password(world, provider) -> None:
    from .factors import PASSWORD

    person = world.bob.person
    person.set_password(PASSWORD)
    person.save()
    provider.claims |= {"sub": "outside-2", "amr": ["mfa"]}
    client = Client()
    visit(client)
    client.post("/sign-in/", {"login": person.email, "password": PASSWORD})
    assert client.get("/purpose/")["Location"] == "/account/set-up/"


def test_an_answer_for_another_client_is_refused(world, provider) -> None:
    linked(world)
    provider.audience = "somebody-else"
    client = Client()
    answer, _ = visit(client)
    assert answer["Location"] == "/sign-in/"
    assert "_auth_user_id" not in client.session


def test_an_answer_nobody_asked_for_is_refused(world, provider) -> None:
    client = Client()
    answer = client.get("/sign-in/outside/agency/return/", {"code": "code", "state": "forged"})
    assert "_auth_user_id" not in client.session
    assert answer["Location"] == "/sign-in/"


def test_the_code_is_bound_to_this_browser(world, provider) -> None:
    _, asked = visit(signed_in(world.bob, "investigation"), "?process=connect")
    challenge = base64.urlsafe_b64encode(
        __import__("hashlib").sha256(provider.asked[-1]["code_verifier"].encode()).digest()
    )
    assert asked["code_challenge"] == [challenge.rstrip(b"=").decode()]
    assert asked["code_challenge_method"] == ["S256"]


def test_going_there_is_not_a_link(world, provider) -> None:
    assert Client().get("/sign-in/outside/agency/").status_code == 405


def test_a_provider_that_is_not_configured_is_not_found(world) -> None:
    assert Client().post("/sign-in/outside/other/").status_code == 404
