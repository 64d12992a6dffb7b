"""What can be released at all: every field group of every kind whose module offers it."""

from collections.abc import Iterable
from datetime import date, datetime, time

from django.utils import timezone

from manumit.spine.access.models import Release
from manumit.spine.records import registry
from manumit.spine.records.releasable import Releasable, releasable
from manumit.spine.ui.faces import face_of


def groups_offered() -> frozenset[str]:
    """Return each group that can be released, as "kind.group"."""
    return frozenset(f"{offer.kind}.{group}" for offer in registry.providers(Releasable) for group in offer.groups)


def choices() -> list[tuple[str, str]]:
    """Return the same with their titles for a form, kind by kind."""
    offers = registry.providers(Releasable)
    return [
        (f"{offer.kind}.{group}", f"{_noun(offer.kind)}: {offer.titles[group]}")
        for offer in offers
        for group in offer.groups
    ]


def last_moment(day: date, first: Release | None = None) -> datetime:
    """Return the end of `day` in the install's zone; the end of `first` where that ends within it."""
    ends = timezone.make_aware(datetime.combine(day, time.max))
    return min(ends, first.expires_at) if first and timezone.localdate(first.expires_at) == day else ends


def titles(kind: str, groups: Iterable[str]) -> list[str]:
    """Return what people call `groups` of `kind`."""
    offer = releasable(kind)
    named = offer.titles if offer else {}
    return [str(named.get(group, group)) for group in groups]


def pair_titles(pairs: list[str]) -> list[str]:
    """Return what people call groups written as "kind.group"."""
    known = dict(choices())
    return [known.get(pair, pair) for pair in pairs]


def _noun(kind: str) -> str:
    face = face_of(kind)
    return str(face.noun) if face else kind
