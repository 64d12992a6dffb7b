"""The cast of a drill: four agencies, one of them a nation's, their supervisors, agreements and records."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any
from unittest.mock import patch

from django.utils import timezone

from manumit.spine import audit
from manumit.spine.access import kinds
from manumit.spine.access.actors import actor_for
from manumit.spine.access.models import Release
from manumit.spine.identity.actor import Actor
from manumit.spine.identity.models import Agency, Membership, Nation, Person
from manumit.spine.records import registry
from manumit.spine.records.manifest import SampleData
from manumit.spine.records.releasable import Releasable

from ..actions.draft_agreement import Draft, draft_agreement
from ..actions.move_agreement import move_agreement
from ..actions.sign_agreement import hash_of, sign_agreement
from ..models import SharingAgreement

AGENCIES = (("tribal", True), ("federal", False), ("local", False), ("state", False))
RECORDS = 4
AGREED_DAYS = 60
GROUPS = 3
"""How many groups besides the summary the drill plays with."""


class Clock:
    """A clock that the drill turns; everything that asks Django for the time asks it meanwhile."""

    def __init__(self) -> None:
        self.at = timezone.now()

    def now(self) -> datetime:
        """Return the drill's time."""
        return self.at

    @contextmanager
    def kept(self) -> Iterator[None]:
        """Keep everybody's time."""
        with patch("django.utils.timezone.now", self.now):
            yield


@dataclass
class Scene:
    """Who plays, on which records, under which agreements; `kind` is the kind of the records."""

    clock: Clock
    kind: kinds.Kind
    groups: tuple[str, ...]
    actors: dict[int, Actor]
    nation_id: int
    records: list[Any]
    agreements: list[SharingAgreement]


def scene(clock: Clock, offer: Releasable) -> Scene:
    """Make the cast, inside a transaction that the caller takes back."""
    nation = Nation.objects.create(name="Nation of the drill")
    actors = dict(_actor(number, kind, nation if theirs else None) for number, (kind, theirs) in enumerate(AGENCIES))
    kind = kinds.get(offer.kind)
    groups = tuple(group for group in offer.groups if group not in kind.sealed and group != "summary")[:GROUPS]
    found = Scene(clock, kind, groups, actors, nation.pk, _records(kind, list(actors.values()), nation.pk), [])
    first, second, third, _ = actors.values()
    for giver, receiver in ((first, second), (second, first), (first, third)):
        found.agreements.append(_agreed(found, giver, receiver, groups[:2]))
    return found


def _actor(number: int, kind: str, nation: Nation | None) -> tuple[int, Actor]:
    agency = Agency.objects.create(name=f"Drill agency {number}", short_name=f"Drill{number}", kind=kind, nation=nation)
    person = Person.objects.create_user(f"supervisor{number}@drill.example", f"Supervisor {number}")
    member = Membership.objects.create(person=person, agency=agency, roles=["investigator", "supervisor"])
    for of, row in (("agency", agency), ("person", person), ("membership", member)):
        audit.record(None, f"{of}.add", kind=of, record_id=row.pk)
    actor = actor_for(member.pk, "investigation")
    if actor is None:
        raise LookupError("the drill's people must be active")
    return agency.pk, actor


def _records(kind: kinds.Kind, actors: list[Actor], nation_id: int) -> list[Any]:
    """Invent restricted records of two agencies by their module's sample; every second is of the nation's people."""
    rows: Any = kind.model_class.objects  # type: ignore[attr-defined]
    for offer in registry.providers(SampleData):
        offer.load(actors[:2], offer.count() + RECORDS)
        if any(rows.visible_to(actor).filter(owner=actor.agency_id).exists() for actor in actors[:2]):
            break
    found = [
        each for actor in actors[:2] for each in rows.visible_to(actor).filter(owner=actor.agency_id)[: RECORDS // 2]
    ]
    for place, each in enumerate(found):
        plain = {"level": "restricted", **({"protected": False} if hasattr(each, "protected") else {})}
        nation = {kind.nation: nation_id if place % 2 == 0 else None} if kind.nation else {}
        rows.visible_to(next(a for a in actors if a.agency_id == each.owner_id)).filter(pk=each.pk).update(
            **plain, **nation
        )
    Release.objects.filter(kind=kind.name, record_id__in=[each.pk for each in found]).update(ended_at=timezone.now())
    return found


def _agreed(found: Scene, giver: Actor, receiver: Actor, groups: tuple[str, ...]) -> SharingAgreement:
    today = timezone.localdate()
    pairs = frozenset(f"{found.kind.name}.{group}" for group in groups)
    ends = today + timedelta(days=AGREED_DAYS)
    draft = Draft(receiver.agency_id, "Drill", pairs, frozenset({"investigation"}), "Drill", today, ends)
    made = draft_agreement(giver, draft)
    move_agreement(giver, made, "offer", expected_version=made.version)
    for each in (giver, receiver):
        sign_agreement(each, made, capacity="Chief", terms_hash=hash_of(made))
    return made
