"""No address of the product tells Charlie that a request exists: each answers as for a number that never was."""

import re
from collections.abc import Iterator

import pytest
from django.urls import URLPattern, URLResolver, get_resolver

from manumit.modules.continued_presence.models import PresenceRequest, StageSpan
from manumit.modules.continued_presence.tests.people import to_active
from manumit.spine import audit
from manumit.spine.administration.tests.signing_in import browser_of
from manumit.spine.records import numbers

pytestmark = pytest.mark.django_db
STRANGERS = ("charlie", "federal_charlie", "analyst", "lawyer")
SECRETS = ("Quill", "Freedonia", "Helena", "24-0117")
CHANGING = re.compile(r"[A-Za-z0-9]{64}|(?<=nonce-)[\w+/=-]+|\d\d:\d\d:\d\d(\.\d+)?")
"""What differs between any two answers: tokens against forged forms, and times to the second."""
HEADERS = ("content-type", "cache-control", "location", "content-disposition", "vary", "etag", "allow")
UNKNOWN = 10**9


def routes() -> Iterator[str]:
    """Every address of the product: screens, files, programs' interface. By a mere key no request is asked for."""

    def walk(resolver: URLResolver, before: str = "") -> Iterator[str]:
        for part in resolver.url_patterns:
            if isinstance(part, URLPattern):
                yield before + str(part.pattern)
            else:
                yield from walk(part, before + str(part.pattern))

    found = (route for route in walk(get_resolver()) if not route.startswith(("static/", "admin/")))
    return (route for route in found if "<" not in route or re.search("<(?!int)", route))


def filled(route: str, words: dict[str, str]) -> str:
    """Return an address whose arguments are the request's: its number, its kind, its key, whatever they are called."""

    def value(found: re.Match[str]) -> str:
        converter, _colon, name = found[1].rpartition(":")
        if name in words:
            return words[name]
        return words["pk"] if converter == "int" or name.endswith(("id", "pk")) else words["number"]

    return "/" + re.sub(r"<([^>]+)>", value, route)


@pytest.fixture
def request_of_somebody(cast, complete, monkeypatch) -> PresenceRequest:
    """An active request, while the log is being sealed."""
    monkeypatch.setattr(audit, "sealed_reads_open", lambda: True)
    return to_active(cast, complete)


def said(answer, *numbers_of: object) -> tuple[object, ...]:
    """What an answer tells, without the number it was asked for and what differs each time."""
    body = b"".join(answer.streaming_content) if answer.streaming else answer.content
    text = CHANGING.sub("", body.decode("utf-8", "replace"))
    for each in numbers_of:
        text = text.replace(str(each), "")
    headers = [re.sub("|".join(map(str, numbers_of)), "", answer.headers.get(name, "")) for name in HEADERS]
    return answer.status_code, headers, text


@pytest.mark.parametrize("who", STRANGERS[:2])
def test_every_address_answers_as_if_it_never_was(cast, request_of_somebody, caplog, who: str) -> None:
    record, browser = request_of_somebody, browser_of(cast[who])
    never = numbers.allocate("CP")
    more = {"kind": "presence_request", "step": "sign", "fact": "i94", "paper": "packet", "clock": "cp_processing"}
    there = {**more, "number": record.number, "pk": str(StageSpan.unscoped.filter(request=record)[0].pk)}
    absent = {**more, "number": never, "pk": str(UNKNOWN)}
    told = []
    for route in routes():
        asked = [filled(route, words) for words in (there, absent)]
        for method in ("get", "post"):
            if "<" not in route and method == "post":
                continue
            caplog.clear()
            logged, answers = [], []
            for path in asked:
                answers.append(said(getattr(browser, method)(path), record.number, never, UNKNOWN, there["pk"]))
                logged.append(re.sub(rf"{record.number}|{never}", "", caplog.text.replace(path, "")))
                caplog.clear()
            if "<" in route and answers[0] != answers[1]:
                told.append((method, route, answers[0][0], answers[1][0]))
            if any(secret in answers[0][2] for secret in (*SECRETS, record.number)):
                told.append((method, route, "a secret"))
            if logged[0].count("\n") != logged[1].count("\n"):
                told.append((method, route, "logged"))
    assert told == []


@pytest.mark.parametrize("who", STRANGERS)
def test_nothing_is_found_by_number_or_word(cast, request_of_somebody, who: str) -> None:
    record, browser, never = request_of_somebody, browser_of(cast[who]), numbers.allocate("CP")
    for path in ("/search/", "/cases/", "/presence/", "/work/", "/notices/", "/"):
        asked = [browser.get(path, {"q": number, "stage": "active"}) for number in (record.number, never)]
        assert said(asked[0], record.number, never) == said(asked[1], record.number, never), path
        for word in SECRETS:
            assert record.number not in browser.get(path, {"q": word}).content.decode(), (path, word)
