"""Many random ways, each in transactions that are rolled back: nothing of them stays."""

from collections.abc import Callable, Mapping
from copy import copy
from dataclasses import asdict, dataclass
from itertools import product
from random import Random
from typing import Any

from django.db import connection, transaction

from manumit.spine import audit
from manumit.spine.access.actors import actor_for
from manumit.spine.identity.actor import Actor
from manumit.spine.identity.choices import AgencyKind
from manumit.spine.identity.models import Agency, Membership, Person

from ..actions.add_plan import add_plan
from ..actions.file_commitment import file_commitment
from ..actions.publish_commitment import publish_commitment
from ..models import Commitment
from .advice_model import AdviceModel
from .advice_walk import AdviceWalk
from .model import Model
from .sight import Sight
from .walk import Disagreement, Walk

CAST: Mapping[str, tuple[str, tuple[str, ...]]] = {
    "contact": ("One", ("plan_contact",)),
    "lead": ("One", ("plan_lead",)),
    "second_lead": ("One", ("plan_lead",)),
    "partner": ("Two", ("plan_contact",)),
    "secretariat": ("Three", ("secretariat",)),
    "council": ("Four", ("council",)),
    "stranger": ("Five", ("investigator", "supervisor")),
    "adviser": ("Six", ("consultant",)),
    "advising_lead": ("One", ("plan_lead", "consultant")),
}
ABOUT_ADVICE = 0.4
"""The share of ways on which advice is asked for, given, paid and answered; on the others reports move."""

BATCH = 50
"""Ways between two new casts."""


@dataclass
class Drilled:
    """How many ways and steps were walked, how many steps were allowed, ways that ended with an accepted report, ways
    with advice, and the first disagreement, if any."""

    paths: int = 0
    steps: int = 0
    allowed: int = 0
    accepted: int = 0
    advised: int = 0
    disagreement: str = ""

    def as_json(self) -> dict[str, Any]:
        """Return the fields."""
        return asdict(self)


class Beginnings:
    """Where ways begin: a commitment of every sort, filed once a cast; each way is rolled back to it."""

    def __init__(self, actors: Mapping[str, Actor]) -> None:
        self._actors, self._sight = actors, Sight(actors)
        self._filed = {sort: self._file(*sort) for sort in product((False, True), repeat=3)}

    def way(self, chance: Random) -> Walk | AdviceWalk:
        """Return a way from one of them, with the model that foretells it."""
        joint, waits, published = (chance.random() < share for share in (0.5, 0.3, 0.5))
        commitment = copy(self._filed[joint, waits, published])
        if chance.random() < ABOUT_ADVICE:
            return AdviceWalk(chance, self._actors, commitment, AdviceModel(published), self._sight)
        model = Model(joint=joint, council_waits=waits, published=published)
        return Walk(chance, self._actors, commitment, model)

    def _file(self, joint: bool, waits: bool, published: bool) -> Commitment:
        keeper = self._actors["secretariat"]
        plan = add_plan(keeper, {"title": "Plan", "comment_days": 5 if waits else 0}, source="Drill")
        joint_codes = ["Two"] if joint else []
        deed = {"plan": plan, "agency_code": "One", "joint_codes": joint_codes, "title": "Deed", "verb": "do"}
        commitment = file_commitment(keeper, {**deed, "thing": "it"}, source="Drill")
        if published:
            publish_commitment(keeper, commitment, expected_version=commitment.version)
        return commitment


def drill(paths: int, *, steps: int = 8, seed: int = 1, progress: Callable[[int], None] | None = None) -> Drilled:
    """Walk `paths` ways of `steps` steps; the same seed walks the same ways. Stops at the first disagreement."""
    drilled = Drilled()
    for start in range(0, paths, BATCH):
        with transaction.atomic():
            actors = _cast()
            begins = Beginnings(actors)
            _check_leaves()
            for number in range(start, min(start + BATCH, paths)):
                if not drilled.disagreement:
                    chance = Random(f"{seed}.{number}")  # noqa: S311 - the same seed walks the same ways
                    _walk(drilled, chance, begins, steps)
            transaction.set_rollback(True)
        if progress:
            progress(drilled.paths)
    return drilled


def _walk(drilled: Drilled, chance: Random, begins: Beginnings, steps: int) -> None:
    with transaction.atomic():
        walk = begins.way(chance)
        try:
            walk.go(steps)
            _check_leaves()
        except Disagreement as found:
            drilled.disagreement = str(found)
        transaction.set_rollback(True)
    drilled.paths += 1
    drilled.steps += len(walk.taken)
    drilled.allowed += walk.done
    if isinstance(walk, AdviceWalk):
        drilled.advised += bool(walk.model.given)
    else:
        drilled.accepted += any(way.endswith(" accept") for way in walk.taken) and walk.model.state == "accepted"


def _check_leaves() -> None:
    """Let the database say now whether every change has its leaf: the rollback would never ask."""
    with connection.cursor() as cursor:
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE; SET CONSTRAINTS ALL DEFERRED")


def _cast() -> dict[str, Actor]:
    return {name: _actor(name, *part) for name, part in CAST.items()}


def _actor(name: str, code: str, roles: tuple[str, ...]) -> Actor:
    given = {"short_name": code, "kind": AgencyKind.FEDERAL}
    agency, _ = Agency.objects.get_or_create(name=f"Drill agency {code}", defaults=given)
    person = Person.objects.create_user(f"{name}@drill.example", name)
    member = Membership.objects.create(person=person, agency=agency, roles=list(roles))
    for kind, row in (("agency", agency), ("person", person), ("membership", member)):
        audit.record(None, f"{kind}.add", kind=kind, record_id=row.pk)
    actor = actor_for(member.pk, "records")
    if actor is None:
        raise LookupError(f"{name} cannot act: the drill's people must be active")
    return actor
