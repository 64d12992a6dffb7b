"""A walk through the product as one person: every address without parameters, every link, every form by GET, the API.

Addresses with parameters are met through links; of each route a few examples are asked. An address the walk itself
thought of may say 403, 404 or 405; a link or form a page offers must answer.
"""

import json
import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from urllib.parse import urlencode, urlsplit

from django.urls import Resolver404, URLPattern, URLResolver, get_resolver, resolve

from .visitor import Form, Page, Visitor

EXAMPLES = 3
"""How many addresses of one route with the same filters each person asks."""
MOST = 12
"""How many addresses of one route each person asks at all: filters combine without end."""

CLOSED_TO_GUESSES = {403, 404, 405}
LEFT_ALONE = {"sign_out", "account_logout", "lock", "exit", "sign_in_link", "language", "purpose"}
"""Routes that would end the walk or change who walks."""

OPENAPI = "/api/v1/openapi.json"


@dataclass(slots=True)
class Walk:
    """What one person met: pages answered by route, and faults in words."""

    name: str
    visitor: Visitor
    met: Counter[str] = field(default_factory=Counter)
    faults: list[str] = field(default_factory=list)
    _waiting: list[tuple[str, bool]] = field(default_factory=list)
    _seen: set[str] = field(default_factory=set)
    _taken: Counter[str] = field(default_factory=Counter)

    def go(self, link: str) -> "Walk":
        """Enter by the one-time `link`, choose agency and purpose, and ask everything there is."""
        if self._enter(link):
            for address in [*addresses(), *self._api()]:
                self._note(address, offered=False)
            while self._waiting:
                self._ask(*self._waiting.pop(0))
        return self

    def _enter(self, link: str) -> bool:
        page = self.visitor.ask(link)
        form = next((form for form in page.forms if "purpose" in form.fields), None)
        if form is None:
            self.faults.append(f"{self.name}: the sign-in link led to {page.path} ({page.status}) without a purpose")
            return False
        page = self.visitor.ask(form.action, form.fields)
        self._read(page, "/")
        return not self.faults

    def _ask(self, url: str, offered: bool) -> None:
        self._read(self.visitor.ask(url), url, offered=offered)

    def _read(self, page: Page, asked: str, *, offered: bool = True) -> None:
        if page.status < 400 or (not offered and page.status in CLOSED_TO_GUESSES):
            self.met[route_of(asked)] += 1
        else:
            self.faults.append(f"{self.name}: {asked} answered {page.status}")
        for link in page.links:
            self._note(link, offered=True)
        for form in page.forms:
            self._note(_query(form), offered=True) if form.method == "get" else None

    def _note(self, url: str, *, offered: bool) -> None:
        route, shape = route_of(url), urlsplit(url).query
        key = f"{route}?{'&'.join(sorted(re.findall(r'(?:^|&)([^=&]+)', shape)))}"
        if route in LEFT_ALONE or url in self._seen:
            return
        if self._taken[key] >= EXAMPLES or self._taken[route] >= MOST:
            return
        self._seen.add(url)
        self._taken.update((key, route))
        self._waiting.append((url, offered))

    def _api(self) -> Iterator[str]:
        """Yield the API's addresses that take no parameter, and those of the first record each list shows."""
        page = self.visitor.ask(OPENAPI)
        paths = json.loads(page.text).get("paths", {}) if page.status == 200 else {}
        readable = [path for path, operations in paths.items() if "get" in operations]
        yield from (path for path in readable if "{" not in path)
        for path in (path for path in readable if path.count("{") == 1):
            yield from (re.sub(r"\{[^}]+\}", key, path) for key in self._keys(path.split("{")[0]))

    def _keys(self, listing: str) -> list[str]:
        page = self.visitor.ask(listing)
        found = re.findall(r'"number": ?"([^"]+)"', page.text) if page.status == 200 else []
        return list(dict.fromkeys(found))[:EXAMPLES]


def _query(form: Form) -> str:
    return f"{form.action.split('?')[0]}?{urlencode(form.fields)}"


def route_of(url: str) -> str:
    """Return the name of the route of `url`, its path where it has none."""
    path = urlsplit(url).path
    try:
        return resolve(path).view_name or path
    except Resolver404:
        return path


def addresses() -> Iterator[str]:
    """Yield every address of the product that has no parameter."""
    yield from (f"/{route}" for route in _routes(get_resolver()) if "<" not in route)


def _routes(resolver: URLResolver, prefix: str = "") -> Iterator[str]:
    for entry in resolver.url_patterns:
        route = prefix + str(entry.pattern)
        if isinstance(entry, URLPattern):
            yield route
        else:
            yield from _routes(entry, route)
