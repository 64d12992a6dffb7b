"""A live server on the real database, a Chromium, and visitors signed in or not."""

import os
from collections.abc import Callable, Iterator

import pytest
from django.test import TransactionTestCase
from playwright.sync_api import Browser, sync_playwright
from pytest_django.live_server_helper import LiveServer

from . import addresses, world
from .browser import DESKTOP, Visitor

CHROMIUM = os.environ.get("MANUMIT_CHROMIUM", "/usr/bin/chromium")
FLAGS = ["--headless", "--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update"]

Visit = Callable[..., Visitor]


@pytest.fixture(scope="package")
def site(django_db_setup: None, django_db_blocker) -> Iterator[tuple[str, world.World, dict[str, str]]]:
    """The server's address, the people, and examples for the routes' arguments; all rows go at the end."""
    os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "true"  # Playwright's sync API runs a loop in this thread
    with django_db_blocker.unblock():
        people = world.build()
        values = addresses.examples(people.alice)
        server = LiveServer("127.0.0.1")
        yield server.url, people, values
        server.stop()
        TransactionTestCase._fixture_teardown(None)


@pytest.fixture(scope="package")
def chromium() -> Iterator[Browser]:
    """The browser."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        yield browser
        browser.close()


@pytest.fixture(scope="package")
def sessions(site) -> dict[str, str]:
    """The session cookie of each person, made once."""
    return {name: world.session_of(getattr(site[1], name)) for name in ("alice", "bob", "charlie")}


@pytest.fixture
def visit(site, chromium: Browser, sessions) -> Iterator[Visit]:
    """Open a page as somebody: `visit(person="alice", language="es", ...)`; nobody is signed in for `person=""`.

    Afterwards each page is asked what it did: nothing from elsewhere, nothing stored, no violated policy, no error.
    """
    opened = []

    def go(person: str = "alice", language: str = "en", size: tuple[int, int] = DESKTOP, **options) -> Visitor:
        context = chromium.new_context(
            viewport={"width": size[0], "height": size[1]}, locale=language, timezone_id="UTC", **options
        )
        cookies = {"django_language": language, **({"sessionid": sessions[person]} if person else {})}
        context.add_cookies([{"name": name, "value": value, "url": site[0]} for name, value in cookies.items()])
        opened.append(Visitor(context.new_page(), site[0]))
        return opened[-1]

    yield go
    faults = [fault for visitor in opened for fault in visitor.faults]
    for visitor in opened:
        visitor.page.context.close()
    assert not faults


@pytest.fixture
def signed_in_page(visit: Visit) -> Visit:
    """Return `visit` for somebody signed in: `signed_in_page("alice", "es").page` is Playwright's page."""
    return visit


@pytest.fixture
def open_route(visit: Visit, site) -> Callable[..., Visitor]:
    """Open a route as Alice, or as nobody where only strangers are shown a page; skip what is no page."""

    def go(route: str, **options) -> Visitor:
        path = addresses.filled(route, site[2])
        for person in ("alice", ""):
            visitor = visit(person, **options)
            if visitor.open(path):
                return visitor
        pytest.skip("answers no page to a GET")

    return go
