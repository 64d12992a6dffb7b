"""What asks other agencies is answered at a tick, whatever is answered; looking is answered at once."""

import json
from collections.abc import Iterator
from typing import Any

import pytest
from django.urls import reverse

from manumit.project.ticks import prefixes

from .inquiry_drill import ROOT, Program, connection_kept
from .inquiry_world import asking_case, member

ASKED = {"case_kind": "case", "because": "Named by the caller", "asked_for": "phone", "value": "406 555 0100"}


@pytest.fixture
def kept() -> Iterator[None]:
    """One connection for the test and what it asks."""
    with connection_kept():
        yield


@pytest.mark.django_db
def test_asked_refused_hidden_and_not_understood_all_wait(kept: None) -> None:
    asker, stranger = member("asker", "One"), member("owner", "Two")
    case = {"case_number": asking_case(asker)}
    for actor, body, status in (
        (asker, {**ASKED, **case}, "201"),
        (asker, {**ASKED, **case, "value": "4"}, "422"),
        (asker, {**ASKED, **case, "because": " "}, "409"),
        (asker, {"case_kind": "case"}, "422"),
        (asker, {**ASKED, "case_number": "C\x000"}, "400"),
        (stranger, {**ASKED, **case}, "404"),
    ):
        assert answered(actor, body) == (status, 1), body


@pytest.mark.django_db
def test_looking_does_not_wait(kept: None) -> None:
    assert answered(member("asker", "One"), None) == ("200", 0)


def test_the_screen_that_asks_waits_too_and_the_answer_is_read_at_once() -> None:
    assert reverse("inquiry:ask", args=("case", "C-1")).startswith(prefixes())
    assert not reverse("inquiry:show", args=("IQ-1",)).startswith(prefixes())


def answered(actor: Any, body: dict[str, Any] | None) -> tuple[str, int]:
    """Return the status of what a program of the actor sends, None to look at the list, and how often it waited."""
    waits: list[float] = []
    program = Program(actor, "", waits.append)
    sent: Any = {"data": json.dumps(body), "content_type": "application/json"}
    ask = program.requests.get(ROOT, secure=True) if body is None else program.requests.post(ROOT, secure=True, **sent)
    status, answer = program.serve(ask.environ)
    answer.close()
    return status[:3], len(waits)
