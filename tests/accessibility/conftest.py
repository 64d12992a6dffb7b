"""A live server on the real database, a Chromium, and visitors signed in or not."""

import os
from collections.abc import Callable, Iterator
from functools import cache

import pytest
from django.test import Client, TransactionTestCase
from playwright.sync_api import Browser, Page, sync_playwright
from pytest_django.live_server_helper import LiveServer

from . import addresses, world
from .browser import DESKTOP, Visitor
from .sealing import sealed_log

CHROMIUM = os.environ.get("MANUMIT_CHROMIUM", "/usr/bin/chromium")
FLAGS = ["--headless", "--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update"]

Visit = Callable[..., Visitor]


@pytest.fixture(scope="package")
def site(django_db_setup: None, django_db_blocker) -> Iterator[tuple[str, world.World, dict[str, str]]]:
    """The server's address, the people, and examples for the routes' arguments; all rows go at the end."""
    os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "true"  # Playwright's sync API runs a loop in this thread
    with django_db_blocker.unblock():
        with sealed_log():
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
def sessions(site) -> Callable[[str, str], str]:
    """Return the session cookie of a person in a language, made once."""
    return cache(lambda person, language: world.session_of(getattr(site[1], person), language))


@pytest.fixture(scope="package")
def visitors(site, chromium: Browser) -> Iterator[Visit]:
    """Open a browser as somebody: `person` ("" for nobody), `language`, `size`, more of Playwright's options."""
    contexts = []

    def new(person: str = "alice", language: str = "en", size: tuple[int, int] = DESKTOP, **options) -> Visitor:
        context = chromium.new_context(
            viewport={"width": size[0], "height": size[1]}, locale=language, timezone_id="UTC", **options
        )
        cookies = {"django_language": language}
        if person:  # of its own for each: a session of the whole run would be locked before its end
            cookies["sessionid"] = world.session_of(getattr(site[1], person), language)
        context.add_cookies([{"name": name, "value": value, "url": site[0]} for name, value in cookies.items()])
        contexts.append(context)
        return Visitor(context.new_page(), site[0])

    yield new
    for context in contexts:
        context.close()


@pytest.fixture
def visit(visitors: Visit) -> Iterator[Visit]:
    """Open a fresh browser as somebody; afterwards it must have done nothing that no page of ours may do."""
    opened = []

    def go(*args, **options) -> Visitor:
        opened.append(visitors(*args, **options))
        return opened[-1]

    yield go
    for visitor in opened:
        visitor.page.context.close()
    assert [fault for visitor in opened for fault in visitor.faults] == []


@pytest.fixture
def signed_in_page(visit: Visit) -> Callable[[str, str], Page]:
    """Return Playwright's page of somebody signed in: `signed_in_page("alice", "es")`."""
    return lambda person, language="en": visit(person, language).page


@pytest.fixture(scope="package")
def shown_to(site, sessions) -> Callable[[str], str | None]:
    """Tell to whom a path shows a page: "alice", "" (only who is not signed in), or None for what is no page."""

    @cache
    def who(path: str) -> str | None:
        return next(
            (person for person in ("alice", "") if _is_page(path, sessions(person, "en") if person else "")), None
        )

    return who


@pytest.fixture(scope="package")
def open_browsers(visitors: Visit) -> Callable[..., Visitor]:
    """One browser for each way of looking, used by page after page."""
    return cache(visitors)


@pytest.fixture
def open_route(open_browsers, shown_to, site) -> Iterator[Callable[..., Visitor]]:
    """Open a route as Alice, or as nobody where only strangers are shown a page; skip what is no page."""
    used = []

    def go(route: str, **options) -> Visitor:
        path = addresses.filled(route, site[2])
        person = shown_to(path)
        if person is None:
            pytest.skip("shows no page to a GET")
        used.append(open_browsers(person, **options))
        used[-1].faults.clear()
        used[-1].widen(DESKTOP)
        used[-1].show(path)
        return used[-1]

    yield go
    assert [fault for visitor in used for fault in visitor.faults] == []


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Ask all about a page before the next one, so that a browser opens it once for several questions."""
    places = [place for place, item in enumerate(items) if _route_of(item)]
    by_route = sorted((items[place] for place in places), key=_route_of)
    for place, item in zip(places, by_route, strict=True):
        items[place] = item


def _route_of(item: pytest.Item) -> str:
    called = getattr(item, "callspec", None)
    return str(called.params.get("route", "")) if called and "accessibility" in item.path.parts else ""


def _is_page(path: str, session: str) -> bool:
    client = Client()
    client.cookies["sessionid"] = session
    answer = client.get(path)
    return answer.headers.get("Content-Type", "").startswith("text/html") and answer.status_code not in (301, 302, 405)
