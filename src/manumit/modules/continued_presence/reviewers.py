"""Who reviews how much, for those at DHS who see to it that nothing lies: from stages, days and history, no word read.

A request is with the reviewer who last wrote on it: who asked a question, or noted what vetting found.
"""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta

from django.db.models import Q
from django.utils import timezone

from manumit.spine.administration.memberships import live
from manumit.spine.identity.actor import Actor
from manumit.spine.identity.models import Membership, Person
from manumit.spine.records import RecordHistory

from .choices import Stage
from .models import PresenceRequest, StageSpan
from .reporting import WATCHES

DAYS = 30
IN_REVIEW = Q(state=Stage.VETTING) | Q(state=Stage.INFORMATION, asked_in=Stage.VETTING)


@dataclass(frozen=True, slots=True)
class Review:
    """One reviewer: how many requests are with them, for how many whole days the oldest stands in its stage, and how
    many they finished in the last `DAYS` days.

    `person_id` None: requests that no reviewer has written on. `here` is whether the person still reviews.
    """

    person_id: int | None
    name: str
    here: bool
    count: int
    oldest_days: int
    finished: int


def reviews(actor: Actor) -> list[Review]:
    """Return a row for each reviewer of the actor's agency, most in hand first; nothing for who watches nothing."""
    if not WATCHES & actor.roles:
        return []
    here, since = _reviewers(actor.agency_id), timezone.now() - timedelta(days=DAYS)
    held, finished = _in_hand(actor), _finished(actor, since)
    people = here | set(held) | set(finished)
    names = dict(Person.objects.filter(pk__in=[each for each in people if each]).values_list("pk", "full_name"))
    rows = [
        Review(who, names.get(who or 0, ""), who in here, len(held.get(who, ())), _oldest(held.get(who, ())),
               finished[who])
        for who in people
    ]  # fmt: skip
    return sorted(rows, key=lambda row: (-row.count, -row.finished, row.name))


def _reviewers(agency_id: int) -> set[int | None]:
    rows = Membership.objects.filter(live(), agency=agency_id, roles__contains=["presence_reviewer"])
    return set(rows.values_list("person", flat=True))


def _in_hand(actor: Actor) -> dict[int | None, list[datetime]]:
    """Return since when each request in review stands there, by who has it."""
    rows = PresenceRequest.objects.visible_to(actor).filter(IN_REVIEW, decider=actor.agency_id)
    standing = dict(rows.values_list("pk", "state_since_at"))
    wrote = RecordHistory.objects.filter(kind=PresenceRequest.kind, record_id__in=rows.values("pk")).filter(
        Q(verb="presence.vet") | Q(verb="presence.write", agency=actor.agency_id)
        | Q(verb="presence.move", changes__state__to=Stage.INFORMATION, changes__state__from=Stage.VETTING)
    )  # fmt: skip
    last = dict(wrote.order_by("version").values_list("record_id", "person"))
    found: dict[int | None, list[datetime]] = {}
    for pk, since in standing.items():
        found.setdefault(last.get(pk), []).append(since)
    return found


def _finished(actor: Actor, since: datetime) -> Counter[int | None]:
    """Return how many reviews each finished since then."""
    spans = StageSpan.objects.visible_to(actor).filter(stage=Stage.DECISION, entered_at__gte=since)
    rows = RecordHistory.objects.filter(
        kind=PresenceRequest.kind, record_id__in=spans.values("request"), at__gte=since, agency=actor.agency_id,
        verb="presence.move", changes__state__to=Stage.DECISION,
    )  # fmt: skip
    return Counter(rows.values_list("person", flat=True))


def _oldest(since: Iterable[datetime]) -> int:
    now = timezone.now()
    return max(((now - each).days for each in since), default=0)
