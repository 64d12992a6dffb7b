"""Error pages say what happened and what would help, and the same whatever was asked for."""

import re

import pytest
from django.db import OperationalError
from django.http import Http404
from django.test import Client, RequestFactory
from django.utils import translation

from manumit.spine.access.decision import Decision
from manumit.spine.access.errors import Denied, Hidden
from manumit.spine.records import Conflict
from manumit.spine.records.sealed import SealedReadsClosed
from manumit.spine.ui.pages import errors
from manumit.spine.ui.raised import RaisedMiddleware

pytestmark = pytest.mark.django_db


def asked(path: str = "/cases/MC-1/"):
    request = RequestFactory().get(path)
    request.actor, request.session = None, {}
    return request


def body(answer) -> str:
    return re.sub(r'(value="|CSRFToken": ")[^"]+', "", answer.content.decode())


def test_hidden_and_absent_are_one_page() -> None:
    hidden, absent = errors.not_found(asked(), Hidden()), errors.not_found(asked(), Http404("MC-1"))
    assert body(hidden) == body(absent)
    assert "MC-1" not in hidden.content.decode().replace('value="/cases/MC-1/"', "")


def test_every_unknown_address_gets_the_same_words() -> None:
    one, other = (Client().get(path).content.decode() for path in ("/cases/MC-1/", "/nothing/here/"))
    main = re.compile(r"<main.*</main>", re.DOTALL)
    if "Page not found" in one:
        assert main.search(one)[0] == main.search(other)[0]
    assert "Page not found" in other


def test_a_refusal_gives_the_policies_reasons_in_the_page_s_language() -> None:
    decision = Decision(False, ("p",), ("Enter a number.",))
    with translation.override("es"):
        html = errors.forbidden(asked(), Denied(decision)).content.decode()
    assert "Introduzca un número." in html
    assert "Qué puede hacer" in html


@pytest.mark.parametrize("status", sorted(errors.PAGES))
def test_each_says_what_would_help(status: int) -> None:
    answer = errors.answer(asked(), status)
    assert answer.status_code == status
    assert "What would help" in answer.content.decode()


def test_the_page_of_a_failure_asks_the_database_nothing(django_assert_num_queries) -> None:
    with django_assert_num_queries(0):
        assert errors.failed(asked()).status_code == 500


@pytest.mark.parametrize(
    ("raised", "status"),
    [
        (Conflict((), (), 3), 409),
        (OperationalError("gone"), 503),
        (SealedReadsClosed(), 503),
    ],
)
def test_refusals_of_the_spine_have_their_page(raised: Exception, status: int) -> None:
    answer = RaisedMiddleware(lambda request: None).process_exception(asked(), raised)
    assert answer.status_code == status


def test_other_exceptions_are_left_to_django() -> None:
    assert RaisedMiddleware(lambda request: None).process_exception(asked(), KeyError("x")) is None
