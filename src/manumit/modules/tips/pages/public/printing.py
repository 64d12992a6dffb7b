"""Pages of the public that look the same to everybody: printed once in each process, with holes for what differs."""

from collections.abc import Mapping
from functools import lru_cache
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.utils.html import escape

from ...actions.arrival import Receipt
from . import unseen
from .forms import DeskTipForm, TipForm

KEPT = 128
"""Pages kept, of each sort: two languages of so many desks. What is never asked for goes first."""
Offered = tuple[tuple[str, str], ...]


def hole(name: str) -> str:
    """Return what stands in a printed page where `name` goes."""
    return f"[[hole of {name}]]"


def filled(text: str, values: Mapping[str, str]) -> HttpResponse:
    """Return a printed page with its holes filled."""
    for name, value in values.items():
        text = text.replace(hole(name), escape(value))
    return HttpResponse(text)


def receipt(request: HttpRequest, told: Receipt, *, danger: bool = False) -> HttpResponse:
    """Return the page that tells number and secret."""
    text = _receipt(unseen.language_of(request), request.path, told.again, danger)
    return filled(text, {"number": told.number, "secret": told.secret})


def blank(request: HttpRequest, agency: str, offered: Offered, *, closed: bool, token: str) -> HttpResponse:
    """Return the empty form: for `agency`, or for whichever of those `offered` somebody chooses."""
    text = _blank(unseen.language_of(request), request.path, agency, offered, closed)
    return filled(text, {"token": token})


def offer(form: DeskTipForm, offered: Offered) -> DeskTipForm:
    """Let `form` ask for one of the agencies offered."""
    form.fields["desk"].choices = list(offered)  # type: ignore[attr-defined]  # the field is a ChoiceField
    return form


@lru_cache(maxsize=KEPT)
def _receipt(language: str, here: str, again: bool, danger: bool) -> str:
    told = Receipt(hole("number"), hole("secret"), again)
    return unseen.text_of("receipt", language, here, {"receipt": told, "danger": danger})


@lru_cache(maxsize=KEPT)
def _blank(language: str, here: str, agency: str, offered: Offered, closed: bool) -> str:
    form = offer(DeskTipForm(), offered) if offered else TipForm()
    shown: dict[str, Any] = {"form": form, "agency": agency, "choose": bool(offered), "closed": closed}
    return unseen.text_of("tip", language, here, {**shown, "token": hole("token")})
