"""Many random ways, each in transactions that are rolled back: nothing of them stays."""

from collections.abc import Callable, Mapping
from dataclasses import asdict, dataclass, field
from datetime import date
from random import Random
from typing import Any

from django.db import connection, transaction

from manumit.spine import audit
from manumit.spine.access.actors import actor_for
from manumit.spine.identity.actor import Actor
from manumit.spine.identity.choices import AgencyKind
from manumit.spine.identity.models import Agency, Membership, Person
from manumit.spine.workflow.models import ClockSetting

from ..actions.begin_request import begin_request
from ..actions.register_office import register_office
from ..models import PresenceRequest
from ..rules import CODES
from .invented import ANSWERS
from .walk import Disagreement, Walk

CAST: Mapping[str, tuple[str, AgencyKind, tuple[str, ...], str]] = {
    "officer": ("City", AgencyKind.LOCAL, ("investigator",), "investigation"),
    "colleague": ("City", AgencyKind.LOCAL, ("investigator",), "investigation"),
    "supervisor": ("City", AgencyKind.LOCAL, ("supervisor",), "supervision"),
    "second_supervisor": ("City", AgencyKind.LOCAL, ("investigator", "supervisor"), "investigation"),
    "analyst": ("City", AgencyKind.LOCAL, ("analyst",), "investigation"),
    "sponsor": ("Sponsor", AgencyKind.FEDERAL, ("presence_sponsor",), "investigation"),
    "intake": ("Office", AgencyKind.FEDERAL, ("presence_intake",), "records"),
    "reviewer": ("Office", AgencyKind.FEDERAL, ("presence_reviewer",), "records"),
    "decider": ("Office", AgencyKind.FEDERAL, ("presence_decider",), "records"),
    "both": ("Office", AgencyKind.FEDERAL, ("presence_reviewer", "presence_decider"), "records"),
    "oversight": ("Office", AgencyKind.FEDERAL, ("presence_oversight",), "supervision"),
    "stranger": ("Other", AgencyKind.STATE, ("investigator", "supervisor", "presence_sponsor"), "investigation"),
}
BATCH = 25
"""Ways between two new casts."""


@dataclass
class Drilled:
    """Ways and steps walked, steps allowed, in which stages ways ended, and the first disagreement, if any."""

    paths: int = 0
    steps: int = 0
    allowed: int = 0
    ended: dict[str, int] = field(default_factory=dict)
    disagreement: str = ""

    def as_json(self) -> dict[str, Any]:
        """Return the fields."""
        return asdict(self)


def drill(paths: int, *, steps: int = 14, seed: int = 1, progress: Callable[[int], None] | None = None) -> Drilled:
    """Walk `paths` ways of `steps` steps; the same seed walks the same ways. Stops at the first disagreement."""
    drilled = Drilled()
    for start in range(0, paths, BATCH):
        with transaction.atomic():
            actors = _cast()
            for number in range(start, min(start + BATCH, paths)):
                if not drilled.disagreement:
                    chance = Random(f"{seed}.{number}")  # noqa: S311 - the same seed walks the same ways
                    _walk(drilled, chance, actors, steps)
            transaction.set_rollback(True)
        if progress:
            progress(drilled.paths)
    return drilled


def _walk(drilled: Drilled, chance: Random, actors: Mapping[str, Actor], steps: int) -> None:
    with transaction.atomic():
        walk = Walk(chance, actors, _begun(actors), ANSWERS)
        try:
            walk.go(steps)
            _check_leaves()
        except Disagreement as found:
            drilled.disagreement = str(found)
        transaction.set_rollback(True)
    drilled.paths += 1
    drilled.steps += len(walk.taken)
    drilled.allowed += walk.done
    drilled.ended[walk.model.state] = drilled.ended.get(walk.model.state, 0) + 1


def _begun(actors: Mapping[str, Actor]) -> PresenceRequest:
    request = begin_request(actors["officer"], region="MT")
    assert set(request.missing) == CODES  # noqa: S101 - nothing was answered yet
    return request


def _check_leaves() -> None:
    """Let the database say now whether every change has its leaf: the rollback would never ask."""
    with connection.cursor() as cursor:
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE; SET CONSTRAINTS ALL DEFERRED")


def _cast() -> dict[str, Actor]:
    actors = {name: _actor(name, *part) for name, part in CAST.items()}
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
    for noun, row in (("agency", agency), ("person", person), ("membership", member)):
        audit.record(None, f"{noun}.add", kind=noun, record_id=row.pk)
    actor = actor_for(member.pk, purpose)
    if actor is None:
        raise LookupError(f"{name} cannot act: the drill's people must be active")
    return actor
