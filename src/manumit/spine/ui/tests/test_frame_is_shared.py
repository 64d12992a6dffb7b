"""The frame is rendered once a look, and still belongs to each request."""

from dataclasses import dataclass, replace

import pytest
from django.test import override_settings
from django.utils import translation

from manumit.spine.identity.actor import Actor
from manumit.spine.ui import frame
from manumit.spine.ui.shell import Look, Shown, Who

ALICE = Actor(1, 1, frozenset({"investigator"}), "investigation", "tribal", membership_id=1)
LOOK = Look("en", ALICE, Who("Alice Redhouse", "Cedar Bend", "CB"), "")


@dataclass(frozen=True)
class Asked(Shown):
    look: Look
    path: str = "/cases/"


@pytest.fixture(autouse=True)
def fresh() -> None:
    frame._kept.cache_clear()


def test_address_and_token_are_the_requests_own() -> None:
    one = frame.part("header", Asked(LOOK, "/cases/?q=1&x=2"), "token-one")
    other = frame.part("header", Asked(LOOK, "/people/"), "token-two")
    assert 'value="/cases/?q=1&amp;x=2"' in one
    assert 'value="token-one"' in one
    assert 'value="/people/"' in other
    assert "token-one" not in other
    assert frame._kept.cache_info().misses == 1


@pytest.mark.parametrize(
    "change",
    [
        {"who": Who("Bob Tallgrass", "Cedar Bend", "CB")},
        {"actor": replace(ALICE, purpose="audit")},
        {"current": "/"},
        {"actor": None, "who": None},
    ],
)
def test_another_look_has_another_frame(change: dict) -> None:
    assert frame.part("header", Asked(LOOK), "t") != frame.part("header", Asked(replace(LOOK, **change)), "t")


def test_languages_do_not_mix() -> None:
    english = frame.part("footer", Asked(LOOK), "t")
    with translation.override("es"):
        spanish = frame.part("footer", Asked(replace(LOOK, language="es")), "t")
    assert "To leave quickly" in english
    assert "Para salir rápido" in spanish


def test_what_an_address_holds_is_text() -> None:
    assert "<script>" not in frame.part("header", Asked(LOOK, "/x?<script>"), "t")


@override_settings(DEBUG=True)
def test_while_developing_nothing_is_kept() -> None:
    frame.part("header", Asked(LOOK), "t")
    assert frame._kept.cache_info().misses == 0
