"""Raise the links of invented records for the demonstration: a few candidates, one judged, one identity, one watch."""

from collections.abc import Iterator, Sequence
from datetime import timedelta
from typing import Any

from django.utils import timezone

from manumit.spine.access import allowed, kinds
from manumit.spine.access.actors import actor_for
from manumit.spine.identity.actor import Actor
from manumit.spine.matching import indexing
from manumit.spine.matching.common import recount
from manumit.spine.matching.linkable import linkables, profiles_of
from manumit.spine.matching.question import Question

from ..choices import Profile, State
from ..models import Candidate, IdentityJoin, StandingWatch
from ..questions import candidates
from .join import join
from .judge import judge
from .keep_watch import keep_watch
from .raise_links import raise_links
from .sides import record_of

MOST = 5_000
"""Worlds of more records than that are for benchmarks, which raise their own."""
LOOKED_AT = 400
ENOUGH = 8
WORDS = "One number, and both callers gave the same name"


def load_sample(actors: Sequence[Actor], wanted: int) -> int:
    """See to it that there are candidates among invented records, one of them judged and held to be one, and a watch.

    Returns how many candidates were raised; none where there are some, or no records to raise them of.
    """
    if wanted > MOST or count_sample() or not actors:
        return 0
    for kind in sorted({each.kind for each in linkables()}):
        for profile in profiles_of(kind):
            indexing.catch_up(profile)
            recount(profile)
        if not count_sample():
            _raise(kind)
    for actor in filter(None, map(_investigating, actors)):
        if _judged(actor):
            break
    return count_sample()


def count_sample() -> int:
    """Return how many candidates there are."""
    return Candidate.unscoped.count()


def _raise(kind: str) -> None:
    ids = indexing.record_ids(kind)[:LOOKED_AT]
    for start in range(0, len(ids), 50):
        if len(raise_links(None, kind, ids[start : start + 50])) + count_sample() >= ENOUGH:
            return


def _investigating(actor: Actor) -> Actor | None:
    return actor_for(actor.membership_id, "investigation") if actor.membership_id else None


def _judged(actor: Actor) -> bool:
    """Have somebody judge a pair of theirs, hold it to be one, and go on looking; say whether there was one."""
    pair = next(_workable(actor), None)
    if pair is None:
        return False
    judge(actor, pair, verdict="yes", reason="number", words=WORDS)
    pair.refresh_from_db()
    if pair.state == State.CONFIRMED and not IdentityJoin.unscoped.exists():
        join(actor, pair, because=WORDS)
    _watch(actor, pair)
    return True


def _workable(actor: Actor) -> Iterator[Candidate]:
    for pair in candidates(actor).exclude(profile=Profile.REMAINS)[:20]:
        for kind, record_id in ((pair.record_kind, pair.record_id), (pair.other_kind, pair.other_id)):
            record = record_of(kind, record_id)
            if record.owner_id == actor.agency_id and allowed(actor, "work", record):
                yield pair
                break


def _watch(actor: Actor, pair: Candidate) -> None:
    model: Any = kinds.get(pair.record_kind).model_class
    case = model.objects.visible_to(actor, "work").filter(owner=actor.agency_id).order_by("pk").first()
    if case is not None and not StandingWatch.unscoped.exists():
        sought = Question("person", "missing_person", {"names": [{"given": "Rosa", "family": "Tallgrass"}]})
        until = timezone.localdate() + timedelta(days=90)
        keep_watch(actor, case, sought, why="Her sister says she changed her name", ends_on=until)
