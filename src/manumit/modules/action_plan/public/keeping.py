"""Keeping answers as long as the public edition stands: a withdrawal turns it, and nothing kept before is served.

Each request asks the database for the edition, one row by key. Kept answers are this process's own and bounded.
"""

import hashlib
from collections import OrderedDict
from collections.abc import Callable
from dataclasses import dataclass
from functools import wraps
from threading import Lock
from typing import Any, Final

from django.http import HttpRequest, HttpResponse
from django.utils import translation

from ..models import PublicEdition

MOST_KEPT: Final = 256
MOST_BYTES: Final = 64_000_000
ASKED: Final = ("pillar", "agency", "status", "year", "after", "q")
"""What of an address makes a difference; all else is left out of the key, so that no one fills the store with noise."""

LANGUAGES: Final = ("en", "es")
HTML: Final = "text/html; charset=utf-8"


@dataclass(frozen=True, slots=True)
class Answer:
    """An answer to keep."""

    body: bytes
    content_type: str
    file_name: str = ""


class Store:
    """Answers of one edition, the longest unused forgotten first."""

    def __init__(self) -> None:
        self._kept: OrderedDict[tuple[Any, ...], Answer] = OrderedDict()
        self._edition, self._bytes = "", 0
        self._lock = Lock()

    def get(self, edition: str, key: tuple[Any, ...]) -> Answer | None:
        """Return what was kept for `key` in this very edition."""
        with self._lock:
            self._turn(edition)
            if key in self._kept:
                self._kept.move_to_end(key)
            return self._kept.get(key)

    def put(self, edition: str, key: tuple[Any, ...], answer: Answer) -> None:
        """Keep `answer` for as long as `edition` stands."""
        with self._lock:
            self._turn(edition)
            if key not in self._kept:
                self._kept[key] = answer
                self._bytes += len(answer.body)
            while len(self._kept) > MOST_KEPT or self._bytes > MOST_BYTES:
                self._bytes -= len(self._kept.popitem(last=False)[1].body)

    def _turn(self, edition: str) -> None:
        if edition != self._edition:
            self._kept.clear()
            self._edition, self._bytes = edition, 0


STORE: Final = Store()


def edition() -> str:
    """Return the edition that stands, empty before anything was published.

    Number and moment together: a database brought back from a copy may count to the same number again.
    """
    found = PublicEdition.objects.filter(pk=1).values_list("number", "changed_at").first()
    return f"{found[0]}-{found[1]:%Y%m%d%H%M%S%f}" if found else ""


def kept(make: Callable[..., Answer | None]) -> Callable[..., HttpResponse]:
    """Answer with what is kept of this edition, or make and keep it; None is an answer nobody has: 404.

    A page leaves nothing in the browser (`no-store`). Files and feeds may be kept by others, who must ask each time
    whether they still stand.
    """

    @wraps(make)
    def view(request: HttpRequest, **named: Any) -> HttpResponse:
        stands, language = edition(), language_of(request)
        key = (make.__qualname__, language, tuple(named.items()), asked(request))
        tag = f'"{stands}-{hashlib.sha256(repr(key).encode()).hexdigest()[:16]}"'
        if request.headers.get("If-None-Match") == tag:
            return _headed(HttpResponse(status=304), tag, page=False)
        answer = STORE.get(stands, key)
        if answer is None:
            with translation.override(language):
                answer = make(request, **named)
            if answer is None:
                return HttpResponse(_nothing(), status=404)
            STORE.put(stands, key, answer)
        return _headed(_response(answer), tag, page=answer.content_type == HTML)

    return view


def asked(request: HttpRequest) -> tuple[tuple[str, str], ...]:
    """Return what the address asks for, by name, at most 80 characters each."""
    given = {name: request.GET.get(name, "")[:80] for name in ASKED}
    return tuple((name, text) for name, text in given.items() if text and text.isprintable())


def language_of(request: HttpRequest) -> str:
    """Return the language asked for by `lang`, else the browser's, else English."""
    given = request.GET.get("lang", "")
    return given if given in LANGUAGES else (translation.get_language() or "en")[:2]


def _response(answer: Answer) -> HttpResponse:
    response = HttpResponse(answer.body, content_type=answer.content_type)
    if answer.file_name:
        response.headers["Content-Disposition"] = f'attachment; filename="{answer.file_name}"'
    return response


def _headed(response: HttpResponse, tag: str, *, page: bool) -> HttpResponse:
    response.headers["ETag"] = tag
    response.headers["Cache-Control"] = "no-store" if page else "public, no-cache"
    response.headers["Vary"] = "Accept-Language, Cookie"
    return response


def _nothing() -> str:
    return '<!doctype html><html lang="en"><title>404</title><h1>404</h1><p>There is no such promise here.</p></html>'
