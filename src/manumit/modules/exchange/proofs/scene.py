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
from manumit.spine.workflow.models import NoticeWish
from manumit.spine.workflow.notices.events import Mail, all_events

from ..actions.draft_agreement import Draft, draft_agreement
from ..actions.load_sample import load_sample
from ..actions.move_agreement import move_agreement
from ..actions.sign_agreement import hash_of, sign_agreement
from ..models import SharingAgreement

AGENCIES = (("tribal", True), ("federal", False), ("local", False), ("state", False))
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
    records: dict[int, Any]
    peoples: frozenset[int]
    agreements: list[SharingAgreement]


def scene(clock: Clock, offer: Releasable, records: int) -> Scene:
    """Make the cast with so many records, inside a transaction that the caller takes back."""
    nation = Nation.objects.create(name="Nation of the drill")
    actors = dict(_actor(number, kind, nation if theirs else None) for number, (kind, theirs) in enumerate(AGENCIES))
    kind = kinds.get(offer.kind)
    groups = tuple(group for group in offer.groups if group not in kind.sealed and group != "summary")[:GROUPS]
    rows, theirs = _records(kind, list(actors.values()), nation.pk, records)
    found = Scene(clock, kind, groups, actors, nation.pk, rows, theirs, [])
    first, second, third, _ = actors.values()
    for giver, receiver, onward in ((first, second, "yes"), (second, first, "yes"), (first, third, "never")):
        found.agreements.append(_agreed(found, giver, receiver, groups[:2], onward))
    return found


def _actor(number: int, kind: str, nation: Nation | None) -> tuple[int, Actor]:
    agency = Agency.objects.create(name=f"Drill agency {number}", short_name=f"Drill{number}", kind=kind, nation=nation)
    person = Person.objects.create_user(f"supervisor{number}@drill.example", f"Supervisor {number}")
    member = Membership.objects.create(person=person, agency=agency, roles=["investigator", "supervisor"])
    for of, row in (("agency", agency), ("person", person), ("membership", member)):
        audit.record(None, f"{of}.add", kind=of, record_id=row.pk)
    NoticeWish.objects.bulk_create(NoticeWish(person=person, event=each.code, mail=Mail.NEVER) for each in all_events())
    actor = actor_for(member.pk, "investigation")
    if actor is None:
        raise LookupError("the drill's people must be active")
    return agency.pk, actor


def _records(
    kind: kinds.Kind, actors: list[Actor], nation_id: int, wanted: int
) -> tuple[dict[int, Any], frozenset[int]]:
    """Invent restricted records of two agencies by their module's sample; every second is of the nation's people."""
    rows: Any = kind.model_class.objects  # type: ignore[attr-defined]
    found: list[Any] = []
    for offer in registry.providers(SampleData):
        if offer.load is load_sample:
            continue
        offer.load(actors[:2], offer.count() + 2 * wanted)
        found = [each for actor in actors[:2] for each in _own(rows, actor, wanted)]
        if len(found) >= wanted:
            break
    if len(found) < wanted:
        raise LookupError(f"no module invents {wanted} records of the kind {kind.name}")
    found.sort(key=lambda each: each.pk)
    theirs = frozenset(each.pk for each in found[:wanted:2]) if kind.nation else frozenset()
    for actor in actors[:2]:
        mine = rows.visible_to(actor).filter(owner=actor.agency_id)
        mine.filter(pk__in=[each.pk for each in found]).update(**_plain(kind, None))
        if kind.nation:
            mine.filter(pk__in=theirs).update(**_plain(kind, nation_id))
    keys = [each.pk for each in found]
    Release.objects.filter(kind=kind.name, record_id__in=keys).update(ended_at=timezone.now())
    return {each.pk: each for each in found[:wanted]}, theirs


def _own(rows: Any, actor: Actor, wanted: int) -> list[Any]:
    return list(rows.visible_to(actor).filter(owner=actor.agency_id).order_by("-pk")[: -(-wanted // 2)])


def _plain(kind: kinds.Kind, nation_id: int | None) -> dict[str, Any]:
    """Return the values of a record that nothing shows but its releases."""
    named = {field.name for field in kind.model_class._meta.concrete_fields}
    plain = {"level": "restricted", **({"protected": False} if "protected" in named else {})}
    return {**plain, **({kind.nation: nation_id} if kind.nation else {})}


def _agreed(found: Scene, giver: Actor, receiver: Actor, groups: tuple[str, ...], onward: str) -> SharingAgreement:
    today = timezone.localdate()
    pairs = frozenset(f"{found.kind.name}.{group}" for group in groups)
    ends = today + timedelta(days=AGREED_DAYS)
    draft = Draft(receiver.agency_id, "Drill", pairs, frozenset({"investigation"}), "Drill", today, ends, onward=onward)
    made = draft_agreement(giver, draft)
    move_agreement(giver, made, "offer", expected_version=made.version)
    for each in (giver, receiver):
        sign_agreement(each, made, capacity="Chief", terms_hash=hash_of(made))
    return made
