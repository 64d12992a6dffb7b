"""Which promises an address asks for."""

import re
from collections import Counter
from collections.abc import Iterable, Mapping
from typing import Final

from django.db.models import QuerySet

from ..models import PublicCommitment

PAGE: Final = 50
YEAR: Final = re.compile(r"[0-9]{4}")


def selected(asked: Mapping[str, str]) -> QuerySet[PublicCommitment]:
    """Return the promises that `pillar`, `agency`, `status`, `year` and `q` ask for, in order of number."""
    found = PublicCommitment.objects.order_by("number")
    for name in ("pillar", "status"):
        if asked.get(name):
            found = found.filter(**{name: asked[name]})
    if asked.get("agency"):
        found = found.filter(agencies__contains=[asked["agency"]])
    if YEAR.fullmatch(asked.get("year", "")):
        found = found.filter(year=int(asked["year"]))
    return found.filter(title__icontains=asked["q"]) if asked.get("q") else found


def page(asked: Mapping[str, str]) -> tuple[list[PublicCommitment], str]:
    """Return a page of promises and the number after which the next begins, empty on the last."""
    found = selected(asked)
    if asked.get("after"):
        found = found.filter(number__gt=asked["after"])
    rows = list(found[: PAGE + 1])
    return rows[:PAGE], rows[PAGE - 1].number if len(rows) > PAGE else ""


def counted(rows: Iterable[tuple[str, list[str], str, int | None]]) -> dict[str, dict[str, Counter[str]]]:
    """Return how many promises have each status, by pillar, by agency and by year.

    `rows` are (pillar, agencies, status, year); a joint promise counts for each of its agencies.
    """
    told: dict[str, dict[str, Counter[str]]] = {"pillar": {}, "agency": {}, "year": {}}
    for pillar, agencies, status, year in rows:
        told["pillar"].setdefault(pillar, Counter())[status] += 1
        told["year"].setdefault(str(year or ""), Counter())[status] += 1
        for agency in agencies:
            told["agency"].setdefault(agency, Counter())[status] += 1
    return told


def facts(asked: Mapping[str, str]) -> Iterable[tuple[str, list[str], str, int | None]]:
    """Yield what `counted` counts."""
    return selected(asked).values_list("pillar", "agencies", "status", "year").iterator()
