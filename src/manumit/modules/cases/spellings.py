"""One agency or place written in several ways: which spellings belong together, as far as the asker may read them."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from django.db.models import Count
from rapidfuzz import fuzz

from manumit.spine.identity.actor import Actor

from .models import CaseAgency, CasePlace

ALIKE = 90
"""Percent of likeness at which two spellings are shown together; a person decides."""
SHORT = {
    "dept": "department", "pd": "police department", "so": "sheriff office", "sheriffs": "sheriff", "co": "county",
    "cnty": "county", "ofc": "office", "offc": "office", "st": "saint", "ft": "fort", "mt": "mount", "twp": "township",
    "natl": "national", "univ": "university", "bia": "bureau of indian affairs",
}  # fmt: skip
DROPPED = frozenset({"the", "of", "and"})


@dataclass(frozen=True)
class Spelling:
    """One way of writing: in how many rows; `state` where the same name elsewhere is another place."""

    text: str
    count: int
    state: str = ""


def spellings_of(actor: Actor, noun: str) -> list[Spelling]:
    """Return how agencies or places are written in the cases of the actor's agency."""
    if noun == "agencies":
        rows = CaseAgency.objects.visible_to(actor).filter(case__owner_id=actor.agency_id, withdrawn_at=None)
        counted = rows.order_by("agency_name").values_list("agency_name").annotate(Count("pk"))
        return [Spelling(text, count) for text, count in counted]
    places = CasePlace.objects.visible_to(actor).filter(case__owner_id=actor.agency_id, withdrawn_at=None)
    cities = places.exclude(city="").order_by("city", "state").values_list("city", "state").annotate(Count("pk"))
    return [Spelling(text, count, state) for text, state, count in cities]


def alike(spellings: Iterable[Spelling]) -> list[list[Spelling]]:
    """Return the groups of two spellings or more that may be one, the commonest spelling first."""
    keyed = sorted(((each.state, _key(each.text), each) for each in spellings), key=lambda found: found[:2])
    groups: list[list[Spelling]] = []
    last: tuple[str, str] | None = None
    for state, key, each in keyed:
        same = last is not None and last[0] == state and (last[1] == key or fuzz.ratio(last[1], key) >= ALIKE)
        if same:
            groups[-1].append(each)
        else:
            groups.append([each])
        last = (state, key)
    return [sorted(group, key=lambda each: (-each.count, each.text)) for group in groups if len(group) > 1]


def _key(text: str) -> str:
    """Return the words of a name in order of the alphabet, written out, without case and punctuation."""
    bare = re.sub(r"[^\w\s]", "", text.casefold().replace("-", " "))
    words = " ".join(SHORT.get(word, word) for word in bare.split()).split()
    return " ".join(sorted(word for word in words if word not in DROPPED))
