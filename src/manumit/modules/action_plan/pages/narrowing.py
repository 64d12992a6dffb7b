"""Filters that stand in the address, the same for the register and the public pages."""

from collections.abc import Iterable
from typing import Any

from django.db.models import Q
from django.http import HttpRequest

MOST = 100_000


def narrowed(request: HttpRequest) -> Q:
    """Return what `pillar`, `status`, `agency` and `q` of the address ask for."""
    asked = {name: str(text) for name, text in request.GET.items() if str(text).isprintable()}
    wanted = Q()
    for name in ("pillar", "status"):
        if asked.get(name):
            wanted &= Q(**{name: asked[name]})
    if agency := asked.get("agency", "").strip():
        wanted &= Q(agency_code__iexact=agency) | Q(joint_codes__contains=[agency])
    if words := asked.get("q", "").strip():
        wanted &= Q(title__icontains=words) | Q(thing__icontains=words)
    return wanted


def position(request: HttpRequest) -> int:
    """Return how many rows stand before this page, 0 for anything that is no number."""
    given = request.GET.get("start", "")
    return min(int(given), MOST) if given.isascii() and given.isdigit() and len(given) < 9 else 0


def choices_of(request: HttpRequest, name: str, choices: Iterable[Any]) -> list[tuple[str, str, bool]]:
    """Return (value, label, chosen) for a filter's options."""
    return [(value, str(label), request.GET.get(name) == value) for value, label in choices if value]
