"""A browser without a screen: keeps cookies, follows redirects, reads links and forms. Of the standard library only."""

import urllib.error
import urllib.request
from dataclasses import dataclass, field
from html.parser import HTMLParser
from http.cookiejar import CookieJar
from urllib.parse import urlencode, urljoin, urlsplit

PATIENCE_SECONDS = 30.0


@dataclass(slots=True)
class Form:
    """A form of a page, filled with what it shows: first options, ticked boxes, given values."""

    method: str
    action: str
    fields: dict[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Page:
    """An answer: where it came from after redirects, its status, its text, and the links and forms in it."""

    url: str
    status: int
    text: str
    links: tuple[str, ...] = ()
    forms: tuple[Form, ...] = ()

    @property
    def path(self) -> str:
        """The path without host and query."""
        return urlsplit(self.url).path


class Visitor:
    """One person's browser at one server. `root` is the server's address without a path."""

    def __init__(self, root: str) -> None:
        self.root = root.rstrip("/")
        self._open = urllib.request.build_opener(urllib.request.HTTPCookieProcessor(CookieJar())).open

    def ask(self, url: str, data: dict[str, str] | None = None) -> Page:
        """Get `url`, or post `data` to it; errors are pages too. Raises OSError if nobody answers."""
        sent = urlencode(data).encode() if data is not None else None
        # The scheme is that of `root`, which is ours.
        request = urllib.request.Request(urljoin(self.root + "/", url), sent, {"Referer": self.root})  # noqa: S310 - an address of the server it has itself started
        try:
            with self._open(request, timeout=PATIENCE_SECONDS) as answer:
                return _page(answer.url, answer.status, answer.read(), answer.headers.get_content_type())
        except urllib.error.HTTPError as refusal:
            return _page(refusal.url, refusal.code, refusal.read(), refusal.headers.get_content_type())


def _page(url: str, status: int, body: bytes, kind: str) -> Page:
    text = body.decode("utf-8", errors="replace")
    if kind != "text/html":
        return Page(url, status, text)
    reader = _Reader(url)
    reader.feed(text)
    return Page(url, status, text, tuple(dict.fromkeys(reader.links)), tuple(reader.forms))


class _Reader(HTMLParser):
    """Collects the addresses of a page's links on its own server, and its forms."""

    def __init__(self, base: str) -> None:
        super().__init__()
        self.base, self.links, self.forms = base, [], []  # type: ignore[var-annotated]
        self._select = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Take note of links, forms and their fields."""
        given = {name: value or "" for name, value in attrs}
        if tag == "a" and "href" in given:
            self._link(given["href"])
        elif tag == "form":
            action = urljoin(self.base, given.get("action", ""))
            self.forms.append(Form(given.get("method", "get").lower(), action))
        elif self.forms:
            self._field(tag, given)

    def handle_endtag(self, tag: str) -> None:
        """Know when a select ends."""
        if tag == "select":
            self._select = ""

    def _link(self, href: str) -> None:
        url = urlsplit(urljoin(self.base, href))
        there = url._replace(fragment="").geturl()
        if url.netloc == urlsplit(self.base).netloc and there != self.base:
            self.links.append(there)

    def _field(self, tag: str, given: dict[str, str]) -> None:
        fields, name = self.forms[-1].fields, given.get("name", "")
        if tag == "select":
            self._select = name
        elif tag == "option" and self._select and ("selected" in given or self._select not in fields):
            fields[self._select] = given.get("value", "")
        elif tag == "input" and name and given.get("type") not in {"submit", "file", "button", "image"}:
            if given.get("type") != "radio" or name not in fields or "checked" in given:
                fields[name] = given.get("value", "on" if given.get("type") == "checkbox" else "")
        elif tag == "textarea" and name:
            fields.setdefault(name, "")
