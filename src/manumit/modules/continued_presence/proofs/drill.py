"""Many random ways, each in transactions that are rolled back: nothing of them stays."""

from collections.abc import Callable, Mapping
from dataclasses import asdict, dataclass, field
from datetime import date
from itertools import count, islice
from random import Random
from typing import Any

from django.db import connection, transaction

from manumit.spine import audit
from manumit.spine.access.actors import actor_for
from manumit.spine.audit.proofs.savepoints import kept_prepared
from manumit.spine.identity.actor import Actor
from manumit.spine.identity.choices import AgencyKind
from manumit.spine.identity.models import Agency, Membership, Person
from manumit.spine.workflow.models import ClockSetting, NoticeWish
from manumit.spine.workflow.notices.events import Mail

from .. import events
from ..actions.begin_request import begin_request
from ..actions.register_office import register_office
from ..models import PresenceRequest
from ..rules import CODES
from .looking import Disagreement, Looking
from .model import Model
from .virtual_time import ZONES, VirtualTime, in_zone, told_by
from .walk import Told, Walk

CAST: Mapping[str, tuple[str, AgencyKind, tuple[str, ...], str]] = {
    "officer": ("City", AgencyKind.LOCAL, ("investigator",), "investigation"),
    "colleague": ("City", AgencyKind.LOCAL, ("investigator",), "investigation"),
    "supervisor": ("City", AgencyKind.LOCAL, ("supervisor",), "supervision"),
    "second_supervisor": ("City", AgencyKind.LOCAL, ("investigator", "supervisor"), "investigation"),
    "analyst": ("City", AgencyKind.LOCAL, ("analyst",), "investigation"),
    "trainee": ("City", AgencyKind.LOCAL, ("investigator", "supervisor"), "training"),
    "sponsor": ("Sponsor", AgencyKind.FEDERAL, ("presence_sponsor",), "investigation"),
    "federal_agent": ("Sponsor", AgencyKind.FEDERAL, ("investigator", "supervisor"), "investigation"),
    "intake": ("Office", AgencyKind.FEDERAL, ("presence_intake",), "records"),
    "reviewer": ("Office", AgencyKind.FEDERAL, ("presence_reviewer",), "records"),
    "decider": ("Office", AgencyKind.FEDERAL, ("presence_decider",), "records"),
    "reviews_and_decides": ("Office", AgencyKind.FEDERAL, ("presence_reviewer", "presence_decider"), "records"),
    "takes_in_and_reviews": ("Office", AgencyKind.FEDERAL, ("presence_intake", "presence_reviewer"), "records"),
    "oversight": ("Office", AgencyKind.FEDERAL, ("presence_oversight",), "supervision"),
    "lawyer": ("Counsel", AgencyKind.SERVICE_PROVIDER, ("presence_counsel",), "records"),
    "stranger": ("Other", AgencyKind.STATE, ("investigator", "supervisor", "presence_sponsor"), "investigation"),
}
"""Everybody: right and wrong roles, right and wrong agencies, two roles in one person, a purpose that opens nothing."""
SPREAD = 5
"""By how many steps ways are longer or shorter, so that they end at every stage."""
BATCH = 60
"""Trees between two new casts."""


@dataclass
class Drilled:
    """What was walked (see `walk.Told`), who-may-what foretold, and the first disagreement, if any.

    `foretold` counts each person and each step at each place that was looked at.
    """

    paths: int = 0
    steps: int = 0
    tried: int = 0
    allowed: int = 0
    foretold: int = 0
    ended: dict[str, int] = field(default_factory=dict)
    reached: dict[str, int] = field(default_factory=dict)
    disagreement: str = ""

    def as_json(self) -> dict[str, Any]:
        """Return the fields."""
        return asdict(self)

    def over(self, paths: int) -> bool:
        """Whether that many ways were walked, or something went otherwise than foretold."""
        return self.paths >= paths or bool(self.disagreement)

    def add(self, told: Told) -> None:
        """Count what a tree of ways did."""
        for name in ("paths", "steps", "tried", "allowed"):
            setattr(self, name, getattr(self, name) + getattr(told, name))
        for mine, theirs in ((self.ended, told.ended), (self.reached, told.reached)):
            for state, ways in theirs.items():
                mine[state] = mine.get(state, 0) + ways


def drill(paths: int, *, steps: int = 14, seed: int = 1, progress: Callable[[int], None] | None = None) -> Drilled:
    """Walk `paths` ways or a few more, of `steps` steps more or less; the same seed walks the same.

    Stops at the first disagreement. Several may walk at once, each by a seed of its own.
    """
    drilled, trees = Drilled(), count()
    while not drilled.over(paths):
        with transaction.atomic(), kept_prepared():
            _walk_indexes()
            looking = Looking(_cast(seed))
            for tree in islice(trees, BATCH):
                if not drilled.over(paths):
                    _walk(drilled, Random(f"{seed}.{tree}"), looking, steps)  # noqa: S311 - the same seed, the same ways
            transaction.set_rollback(True)
        drilled.foretold += looking.foretold
        if progress:
            progress(drilled.paths)
    return drilled


def _walk_indexes() -> None:
    """Let plans use indexes in this transaction: the planner knows no figures of rows that nobody ever commits."""
    with connection.cursor() as cursor:
        cursor.execute("SET LOCAL enable_seqscan = off")


def _walk(drilled: Drilled, chance: Random, looking: Looking, steps: int) -> None:
    time, length = VirtualTime(chance), max(1, steps + chance.randint(-SPREAD, SPREAD))
    with in_zone(chance.choice(ZONES)) as zone, told_by(time), transaction.atomic():
        walk = Walk(chance, looking, time, _begun(looking.actors), Model(time.now, zone))
        try:
            walk.go(length)
        except Disagreement as found:
            drilled.disagreement = f"{zone}: {found}"
        transaction.set_rollback(True)
    drilled.add(walk.told)


def _begun(actors: Mapping[str, Actor]) -> PresenceRequest:
    request = begin_request(actors["officer"], region="MT")
    assert set(request.missing) == CODES  # noqa: S101 - nothing was answered yet
    return request


def _cast(seed: int) -> dict[str, Actor]:
    actors = {
        name: _actor(f"{name}-{seed}", f"{code} {seed}", kind, roles, purpose)
        for name, (code, kind, roles, purpose) in CAST.items()
    }
    sponsor, office = (Agency.objects.get(pk=actors[name].agency_id) for name in ("sponsor", "intake"))
    register_office(None, sponsor, "sponsor", "MT")
    register_office(None, office, "decider")
    ClockSetting.objects.create(
        agency=office, clock="cp_processing", limit={"unit": "business_days", "amount": 15}, citation="Drill",
        effective_on=date(2020, 1, 1), set_by_id=actors["decider"].person_id,
    )  # fmt: skip
    return actors


def _actor(name: str, code: str, kind: AgencyKind, roles: tuple[str, ...], purpose: str) -> Actor:
    given = {"short_name": f"Drill {code}", "kind": kind}
    agency, _ = Agency.objects.get_or_create(name=f"Drill agency {code}", defaults=given)
    person = Person.objects.create_user(f"{name}@drill.example", name)
    member = Membership.objects.create(person=person, agency=agency, roles=list(roles))
    NoticeWish.objects.bulk_create([NoticeWish(person=person, event=each.code, mail=Mail.NEVER) for each in events.ALL])
    for noun, row in (("agency", agency), ("person", person), ("membership", member)):
        audit.record(None, f"{noun}.add", kind=noun, record_id=row.pk)
    actor = actor_for(member.pk, purpose)
    if actor is None:
        raise LookupError(f"{name} cannot act: the drill's people must be active")
    return actor
